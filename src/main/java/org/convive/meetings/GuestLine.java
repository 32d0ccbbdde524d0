package org.convive.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;

/** Somebody outside, as typed in one line. */
record GuestLine(String name, String email, String company) {
    private static final Pattern NAMED = Pattern.compile("(.*?)<([^<>]*)>\\s*,?(.*)");

    /** @throws InvalidInput for the field {@code guests} when a line names no address */
    static List<GuestLine> read(String typed) {
        List<GuestLine> guests = new ArrayList<>();
        for (String line : typed.split("[\\r\\n;]+", -1)) {
            if (!line.isBlank()) {
                guests.add(one(line.strip()));
            }
        }
        return List.copyOf(guests);
    }

    private static GuestLine one(String line) {
        Matcher named = NAMED.matcher(line);
        String name = "";
        String address = line;
        String company = "";
        if (named.matches()) {
            name = named.group(1).strip().replaceAll("^\"|\"$", "");
            address = named.group(2).strip();
            company = named.group(3).strip();
        } else if (line.indexOf(',') > 0) {
            address = line.substring(0, line.indexOf(',')).strip();
            company = line.substring(line.indexOf(',') + 1).strip();
        }
        InvalidInput.check()
                .that(EmailAddress.isValid(address), "guests", Message.of("meetings.guests.error.address", line))
                .atMost(name, 200, "guests")
                .atMost(company, 200, "guests")
                .orThrow();
        return new GuestLine(name.isEmpty() ? address : name, address, company);
    }
}
