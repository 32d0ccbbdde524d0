package org.convive;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that a compiler does not know; which module may use which is in {@link ModularityTest}. */
class HouseRulesTest {
    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.convive");

    private static final DescribedPredicate<JavaClass> PAGES =
            resideInAnyPackage("..ui..", "org.convive.shell..", "org.convive.uikit..");
    private static final DescribedPredicate<JavaClass> FRAMEWORKS =
            resideInAnyPackage("org.springframework..", "com.vaadin..", "jakarta..", "java.sql..");

    /** Addresses that are names and never fetched. */
    private static final Pattern NAMES =
            Pattern.compile("https://schema\\.org|http://www\\.w3\\.org/|https://jsonfeed\\.org/version/");

    /** What a page or a style sheet would fetch: an address in quotes or in url(). */
    private static final Pattern FETCHED = Pattern.compile("(?:[\"'`]|url\\(\\s*)(?:https?:)?//[a-zA-Z0-9]");

    @Test
    void pagesTouchNoDatabase() {
        noClasses()
                .that(PAGES)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework.jdbc..", "org.springframework.transaction..", "java.sql..", "javax.sql.."))
                .check(PORTAL);
    }

    @Test
    void servicesKnowNoPages() {
        noClasses()
                .that(not(PAGES))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.vaadin.flow.component.."))
                .because("services, rules and mail are used without a browser")
                .check(PORTAL);
    }

    @Test
    void whatIsSharedIsPlainJava() {
        noClasses()
                .that(resideInAnyPackage("org.convive.shared"))
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat(FRAMEWORKS)
                .check(PORTAL);
    }

    @Test
    void rulesAndAggregatesArePlainJava() {
        classes()
                .that(nameMatching(
                        "org\\.convive\\.(means|meetings|newsletter|directory|calendar)\\.(\\w+(Policy|Rules|Times"
                                + "|Checks|Writer)|Seating|Meeting|Lengths|OpeningHours|BusyUnits|Alternatives|BookingRequest"
                                + "|TimeZones|ContentLines|Draft|Block|GeoPoint|WebAddress)"))
                .should()
                .onlyDependOnClassesThat(not(FRAMEWORKS))
                .check(PORTAL);
    }

    @Test
    void repositoriesStayInTheirModule() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .or()
                .haveNameMatching(".*(Rows|Repository)")
                .should()
                .bePackagePrivate()
                .check(PORTAL);
    }

    @Test
    void onlyTheApiFeedsDownloadsPicturesSignedLinksAndHealthAreNotPages() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("org.convive.api..")
                .orShould()
                .haveNameMatching("org\\.convive\\.(calendar\\.FeedController|directory\\.PictureController"
                        + "|meetings\\.(\\w+\\.)?\\w+Download|meetings\\.open\\.OpenPages|newsletter\\.(AtomFeed|JsonFeed|PublicLetters)|[a-z.]+\\.\\w+Links"
                        + "|means\\.[a-z]+\\.\\w+Download|shell\\.HealthController)")
                .check(PORTAL);
    }

    @Test
    void whatMovesMeetingsOrTakesTheirTimeAwayTakesTheirMeansAlong() {
        noClasses()
                .that(not(nameMatching("org\\.convive\\.meetings\\.Meeting(Service|Series|Stages)")))
                .should()
                .callMethodWhere(describe(
                        "the time of a meeting is written",
                        call -> call.getTargetOwner().getName().equals("org.convive.meetings.Meetings")
                                && List.of("update", "cancel", "stage").contains(call.getName())))
                .because("these three do it through BookedMeans")
                .check(PORTAL);
        classes()
                .that(nameMatching("org\\.convive\\.meetings\\.Meeting(Service|Series|Stages)"))
                .should()
                .dependOnClassesThat(nameMatching("org\\.convive\\.meetings\\.BookedMeans"))
                .check(PORTAL);
    }

    @Test
    void nobodyUsesJpa() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate.."))
                .check(PORTAL);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethodWhere(describe("the machine's time is read", HouseRulesTest::readsTheMachinesTime))
                .check(PORTAL);
    }

    @Test
    void momentsAreOfJavaTime() {
        noClasses()
                .that(not(nameMatching("org\\.convive\\.mail\\.(Mime|InboxReader)")))
                .should()
                .dependOnClassesThat(
                        nameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\.SimpleDateFormat"))
                .because("only Jakarta Mail wants a Date")
                .check(PORTAL);
    }

    @Test
    void nobodyPrintsOrSleeps() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(PORTAL);
    }

    @Test
    void whatAClassNeedsComesThroughItsConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(PORTAL);
    }

    @Test
    void transactionsAreNotOnMethodsThatSpringCannotWrap() {
        noMethods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .bePrivate()
                .check(PORTAL);
    }

    @Test
    void everyPageSaysWhoMaySeeIt() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(AnonymousAllowed.class)
                .check(PORTAL);
    }

    @Test
    void everyPageHasATitle() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .and()
                .doNotHaveSimpleName("RootView")
                .should()
                .implement(HasDynamicTitle.class)
                .check(PORTAL);
    }

    @Test
    void noPageOrStyleFetchesFromAnotherHost() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : List.of(
                Path.of("src/main/java"), Path.of("src/main/resources/META-INF"), Path.of("frontend/components"))) {
            for (Path file : sources(folder)) {
                for (String line : Files.readAllLines(file)) {
                    if (FETCHED.matcher(line).find() && !NAMES.matcher(line).find()) {
                        found.add(file + ": " + line.strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|ts|css|html|svg)"))
                    .toList();
        }
    }

    private static boolean readsTheMachinesTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return owner.startsWith("java.time.")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.getName().equals("java.time.Clock"))
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
    }
}
