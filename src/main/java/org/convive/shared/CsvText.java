package org.convive.shared;

import java.util.regex.Pattern;

/**
 * Text in the cells of a CSV file. A spreadsheet takes a cell that begins with a sign for a formula, whoever wrote it; one
 * that splits the file at other characters than it was written with (a semicolon in French, a tab, a line break) finds such
 * beginnings within a cell as well. Both get an apostrophe before the sign, which makes them a text.
 */
public final class CsvText {
    /** Also in full width, which some spreadsheets read alike; a tab and a return only when they begin a cell. */
    private static final String SIGN = "[=+\\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]";

    private static final String BEGINNING = "(?<=^|[,;|\t\r\n])( *)";
    private static final Pattern BARE = Pattern.compile(BEGINNING + "(?='*" + SIGN + ")");
    private static final Pattern GUARDED = Pattern.compile(BEGINNING + "'(?='*" + SIGN + ")");

    private CsvText() {}

    /** The text as it may stand in a cell, whatever a spreadsheet thinks of it. */
    public static String guarded(String text) {
        return BARE.matcher(text).replaceAll("$1'");
    }

    /** What {@link #guarded} was made of. */
    public static String plain(String cell) {
        return GUARDED.matcher(cell).replaceAll("$1");
    }
}
