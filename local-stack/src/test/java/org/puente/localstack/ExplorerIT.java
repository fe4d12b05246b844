package org.puente.localstack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page at the gateway's root, on the reference data alone. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerIT {

    private static final int FIRST_VIEW_LIMIT = 300_000;
    private static final String OWN_FIGURE = "/?view=figures&metric=encounters&region=southwest&from=2023-11";

    private Chromium chromium;

    @BeforeAll
    void startChromium(Stack stack) {
        chromium = Chromium.start(stack.part("gateway").address());
    }

    @AfterAll
    void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            series     | /                                                                          | table
            bars       | /?view=series&dataset=encounters&region=southwest&groupBy=component&chart=bars | table
            change     | /?view=change&event=2023-05-11                                             | section table
            impact     | /?view=change&agreement=understandings-of-december-2023                    | section table
            figures    | /?view=figures&figure=southwest-november-2023&scopeOf=242399&period=2023-11 | dl.pair
            agreements | /?view=agreements&agreement=joint-border-infrastructure-plan               | .ladder progress
            lineage    | /?view=agreements&agreement=bicentennial-framework                         | .flow .self
            timeline   | /?view=timeline                                                            | .stem li
            """)
    void eachViewFitsAndKeepsNobodyOutOnDeskAndPhoneInEnglishAndSpanish(String name, String address, String sign) {
        for (Chromium.Screen screen : Chromium.Screen.values()) {
            boolean spanish = screen == Chromium.Screen.DARK_PHONE;
            Page page = open(address + (spanish ? (address.contains("?") ? "&" : "?") + "lang=es" : ""), screen);
            seen(page.locator(sign).first());
            settle(page);

            Chromium.keep(page, name + (spanish ? "-phone-dark-es" : ""));
            assertThat(page.locator("html")).hasAttribute("lang", spanish ? "es" : "en");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits on %s", name, screen)
                    .isEqualTo(true);
            assertThat(Chromium.barriers(page)).as("%s on %s", name, screen).isEmpty();
            assertThat(chromium.faults(false)).as("%s on %s", name, screen).isEmpty();
            if (spanish) {
                assertThat(Wording.english(page))
                        .as("English on the Spanish %s", name)
                        .isEmpty();
            }
        }
    }

    @Test
    void theSeriesDrawsAndTellsTheOfficialFigureOfNovember2023() {
        Page page = open("/?view=series&dataset=encounters&region=southwest&from=2023-10&to=2023-12");

        Locator november = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Nov 2023"));
        assertThat(november.getByRole(AriaRole.CELL)).hasText("242,399");
        assertThat(page.locator("puente-chart svg")).containsText("Nov 2023");
        assertThat(page.locator(".marks")).containsText("Talks between the two governments in Mexico City");
        assertThat(page.locator(".call code"))
                .hasText("GET /api/v1/encounters/series?region=southwest&from=2023-10&to=2023-12");
    }

    @Test
    void theDownloadHasTheNumbersOfTheTable() throws Exception {
        Page page = open("/?view=series&dataset=encounters&region=southwest&from=2023-11&to=2023-11");

        Download csv = page.waitForDownload(() -> page.getByText("Download CSV").click());

        assertThat(Files.readString(csv.path())).contains("2023-11").contains("242399");
    }

    @Test
    void anAddressRestoresAViewAndBackUndoesAChoice() {
        Page page = open("/?view=series&dataset=encounters&region=southwest");
        page.getByLabel("Group by").selectOption("component");
        assertThat(page).hasURL(Pattern.compile("groupBy=component"));
        page.getByLabel("bars").check();
        Locator column = page.getByRole(
                AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Office of Field Operations"));
        seen(column);

        page.reload();
        seen(column);
        assertThat(page.getByLabel("bars")).isChecked();

        page.goBack();
        page.goBack();
        assertThat(column).hasCount(0);
    }

    @Test
    void theKeyboardAloneFiltersAndChangesTheView() {
        Page page = open("/?view=series&dataset=encounters");
        Locator region = page.locator("summary").filter(new Locator.FilterOptions().setHasText("Border region"));
        region.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(page).hasURL(Pattern.compile("region="));
        page.keyboard().press("Escape");
        assertThat(region).isFocused();

        page.reload();
        seen(page.locator("table"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        for (int i = 0; i < 20 && !"Timeline".equals(page.evaluate("document.activeElement.textContent")); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Timeline");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void aFigureOfOnesOwnIsCheckedAgainstThenAndNow() {
        Page page = open(OWN_FIGURE);
        page.getByLabel("Figure", new Page.GetByLabelOptions().setExact(true)).fill("242418");
        page.getByLabel("Said on").fill("2023-12-28");
        page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();

        Locator verdict = page.locator(".verdict .verdict");
        assertThat(verdict.locator(".badge")).hasText("matches then");
        assertThat(verdict).containsText("242,418");
        assertThat(verdict).containsText("242,399");
        Chromium.keep(page, "own-figure");

        page.reload();
        assertThat(verdict.locator(".badge")).hasText("matches then");
    }

    @Test
    void aRangeAndAShareAndADrugCanBeCheckedAndTheirScopeSought() {
        Page page =
                open("/?view=figures&metric=encounters&comparator=between&region=southwest&from=2023-11&value=240000");
        page.getByLabel("and", new Page.GetByLabelOptions().setExact(true)).fill("250000");
        page.keyboard().press("Enter");
        Locator verdict = page.locator(".verdict .verdict");
        assertThat(verdict.locator(".badge").first()).hasText("matches now");
        assertThat(verdict).containsText("between: from the first figure to the second");
        assertThat(page).hasURL(Pattern.compile("upperValue=250000"));

        verdict.getByText("Find what this number is a number of").click();
        assertThat(page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("240000");
        assertThat(page.getByLabel("Period, such as")).hasValue("2023-11");

        page.locator("select[name=metric]").selectOption("encounters-share");
        assertThat(page.locator("form").first()).containsText("Share of what?");
        page.navigate("/?view=figures&metric=encounters-share&component=usbp&of.region=southwest&region=southwest"
                + "&from=2023-11&value=78.8&comparator=about");
        // 191,106 of 242,399 were encountered between ports of entry.
        assertThat(verdict.locator(".badge").first()).hasText(Pattern.compile("matches now|rounded"));

        page.locator("select[name=metric]").selectOption("drug-weight");
        assertThat(page.locator("summary")
                        .filter(new Locator.FilterOptions().setHasText("Drug"))
                        .first())
                .isVisible();
        assertThat(page).hasURL(Pattern.compile("metric=drug-weight"));
    }

    @Test
    void everyParameterOfASeriesHasAControlThatKeepsIt() {
        Page page = open("/?view=series&dataset=encounters&groupBy=region&freq=fiscal-year&transform=index&base=FY2021"
                + "&top=1&vintage=first&order=value");

        assertThat(page.getByLabel("Largest groups")).hasCount(1);
        assertThat(page.getByLabel("Period that is 100")).hasValue("FY2021");
        assertThat(page.getByLabel("Of several publications")).hasValue("first");
        assertThat(page.getByLabel("Order of the series")).hasValue("value");
        page.getByLabel("Period that is 100").selectOption("FY2022");
        Locator fy2022 = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("FY2022"));
        assertThat(fy2022.getByRole(AriaRole.CELL).first()).hasText("100.0");

        page.getByLabel("Fiscal year, in place of").selectOption("2023");
        assertThat(page).hasURL(Pattern.compile("fiscalYear=2023"));
    }

    @Test
    void choicesThatTheApiRefusesTogetherReplaceEachOther() {
        Page page = open("/?view=series&dataset=encounters&region=southwest&groupBy=component&freq=fiscal-year"
                + "&from=2021-10");
        page.locator("select[name=transform]").selectOption("index");
        Locator fy2022 = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("FY2022"));
        assertThat(fy2022.getByRole(AriaRole.CELL).first()).hasText("100.0");
        page.locator("select[name=freq]").selectOption("month");
        assertThat(page.getByLabel("Period that is 100")).hasValue("2021-10");

        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("More settings"))
                .click();
        page.getByLabel("Fiscal year, in place of").selectOption("2023");
        page.getByLabel("Of several publications").selectOption("all");
        assertThat(page).hasURL(Pattern.compile("fiscalYear=2023"));
        assertThat(page.getByLabel("Largest groups")).hasCount(0);
        seen(page.locator("table"));
        assertThat(page.locator(".notice.failure")).hasCount(0);
    }

    @Test
    void everyAgreementHasAViewOfWhatChangedAndARefusalIsExplained() {
        Page page = open("/?view=change");
        Locator agreements = page.getByLabel("After an agreement").locator("option");
        page.waitForCondition(() -> agreements.count() > 1);
        List<String> slugs = agreements.all().stream()
                .map(option -> option.getAttribute("value"))
                .filter(slug -> !slug.isEmpty())
                .toList();
        assertThat(slugs).hasSizeGreaterThanOrEqualTo(8);
        for (String slug : slugs) {
            page.navigate("/?view=change&agreement=" + slug);
            seen(page.locator(".answer .lead, .answer .notice.partial").first());
            settle(page);
            assertThat(page.locator(".notice.failure")).hasCount(0);
        }

        page.navigate("/?view=change&event=2024-09-15&asOf=2024-12-31");
        assertThat(page.locator(".lead")).containsText("Oct 2024, the first full month after it, is not covered");
        assertThat(page.locator(".badge.bad").first()).hasText("confidence: refused");
        passes(page, "change-refused");
        page.navigate("/?view=change&event=2024-09-15&asOf=2024-12-31&lang=es");
        assertThat(page.locator(".lead")).containsText("no puede decirse si hubo un cambio después del 15 sep");
        settle(page);
        assertThat(Wording.english(page)).isEmpty();
    }

    @Test
    void theContrastWithOtherNationalitiesIsShownAsNumbers() {
        Page page = chromium.page(Chromium.Screen.DESK);
        page.route("**/encounters/change*", route -> {
            String whole = route.fetch(new Route.FetchOptions()
                            .setUrl(route.request().url().replaceAll("&(citizenship|contrast)=[^&]*", "")))
                    .text();
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(whole.replace("\"contrast\":null", """
                            "contrast":{"months":12,"estimate":-0.512,"ratio":0.6,"p":0.25,
                             "treated":[{"citizenship":"CUB","before":100,"after":50}],
                             "donors":[{"citizenship":"ECU","before":1000,"after":1500}],"leftOut":["TUR"]}""")));
        });
        page.navigate("/?view=change&event=2023-05-11&citizenship=CUB&contrast=others&lang=es");

        Locator against = page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(
                                "Frente a las demás nacionalidades", new Page.GetByTextOptions().setExact(true))))
                .filter(new Locator.FilterOptions().setHas(page.locator("dl.pair")));
        assertThat(against.locator("dl.pair")).containsText("-40");
        assertThat(against.locator("dl.pair")).containsText("25");
        against.locator("summary").click();
        Locator cuba = against.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Cuba"));
        assertThat(cuba.getByRole(AriaRole.CELL).first()).hasText("100");
        assertThat(against).containsText("Turquía");
        settle(page);
        assertThat(Wording.english(page)).isEmpty();
        passes(page, "contrast-es");
    }

    @Test
    void aRefusalNamesTheParameterAndTheValidValues() {
        Page page = open("/?view=series&dataset=encounters&region=nope");

        Locator alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).containsText("The API refuses this request");
        assertThat(alert).containsText("southwest");
        passes(page, "refused");
    }

    @Test
    void whatDoesNotExistIsSaidSo() {
        Page page = open("/?view=change&agreement=nowhere");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no such record");
        passes(page, "not-found");
    }

    @Test
    void anUnansweredRequestShowsThatItLoadsAndAFailedOneCanBeTriedAgain() {
        Page page = chromium.page(Chromium.Screen.DESK);
        List<Route> held = new ArrayList<>();
        page.route("**/encounters/series*", held::add);
        page.navigate("/");
        seen(page.locator(".skeleton"));
        passes(page, "loading");

        page.waitForCondition(() -> !held.isEmpty());
        page.route("**/encounters/series*", ExplorerIT::comesTooLate);
        comesTooLate(held.get(0));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("statistics did not answer");
        passes(page, "failed");

        page.unroute("**/encounters/series*");
        page.getByText("Try again").click();
        seen(page.locator("table"));
    }

    @Test
    void anAnswerWithoutOneSideSaysWhatIsMissing() {
        Page page = chromium.page(Chromium.Screen.DESK);
        page.route("**/api/v1/timeline*", route -> {
            String whole = route.fetch().text();
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(whole.replace(
                            "\"missing\":[]",
                            "\"missing\":[{\"upstream\":\"statistics\",\"reason\":\"did not answer in time\"}]")));
        });
        page.navigate("/?view=timeline");

        assertThat(page.locator(".notice.partial")).containsText("statistics did not answer in time");
        seen(page.locator(".stem li").first());
        passes(page, "partial");
    }

    @Test
    void monthsWithoutAReleaseAreMissingAndNotZero() {
        Page page = open("/?view=series&dataset=encounters&region=southwest&from=1990-01&to=1990-03");
        assertThat(page.locator(".notice.empty")).containsText("nothing published covers it");
        passes(page, "empty");

        page.navigate("/?view=agreements&status=suspended");
        assertThat(page.locator("section .notice.empty").first()).containsText("No agreement has this status");
    }

    @Test
    void whatTheApiSaysIsTextAndNeverMarkup() {
        Page page = chromium.page(Chromium.Screen.DESK);
        String evil = "<img src=x onerror=document.title='taken'>";
        page.route(
                "**/api/v1/timeline*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(route.fetch().text().replace("A caravan leaves Tapachula", evil))));
        page.navigate("/?view=timeline");

        seen(page.getByText(evil));
        assertThat(page.locator("main img")).hasCount(0);
        assertThat(page).hasTitle("Timeline · Puente");
    }

    @Test
    void theFirstViewIsSmallAndItsPolicyAllowsNothingInline() {
        Page page = chromium.page(Chromium.Screen.DESK);
        List<Response> answers = new ArrayList<>();
        page.onResponse(answers::add);
        Response first = page.navigate("/");
        seen(page.locator("table"));
        settle(page);

        int bytes = answers.stream()
                .filter(answer -> !answer.url().startsWith("data:"))
                .mapToInt(answer -> answer.request().sizes().responseBodySize)
                .sum();
        assertThat(bytes).isBetween(50_000, FIRST_VIEW_LIMIT);
        assertThat(first.headerValue("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(first.headerValue("cache-control")).isEqualTo("no-cache");
        assertThat(chromium.faults(false)).isEmpty();
    }

    private static void comesTooLate(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(504)
                .setContentType("application/problem+json")
                .setBody("{\"title\":\"Gateway Timeout\",\"status\":504,\"detail\":\"statistics did not answer\"}"));
    }

    private Page open(String address) {
        return open(address, Chromium.Screen.DESK);
    }

    private Page open(String address, Chromium.Screen screen) {
        Page page = chromium.page(screen);
        page.navigate(address);
        return page;
    }

    private static void seen(Locator locator) {
        assertThat(locator).isVisible();
    }

    private static void settle(Page page) {
        assertThat(page.locator(".skeleton, [aria-busy=true]")).hasCount(0);
    }

    /** A state is kept as a picture, keeps nobody out and breaks nothing else. */
    private void passes(Page page, String name) {
        Chromium.keep(page, name);
        assertThat(Chromium.barriers(page)).isEmpty();
        assertThat(chromium.faults(true)).isEmpty();
    }
}
