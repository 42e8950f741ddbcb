package lockstep.web;

import static io.restassured.RestAssured.given;
import static lockstep.web.Pages.ID;
import static lockstep.web.Pages.count;
import static lockstep.web.Pages.page;
import static lockstep.web.Pages.sent;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.web.layout.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page stands, in both languages, with its landmarks and headers; a form without its token is refused. */
@QuarkusTest
@WithTestResource(CannedServices.class)
@TestSecurity(user = "eeas-analyst", roles = "analyst", augmentors = LoggedIn.class)
class PagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases",
                "/cases/new",
                "/cases/ID",
                "/cases/ID/subjects/new",
                "/cases/ID/exhibits",
                "/cases/ID/exhibits/new",
                "/cases/ID/batches/new",
                "/batches/ID",
                "/batches/ID/descriptions",
                "/cases/ID/propose",
                "/cases/ID/act/invite",
                "/cases/ID/act/recuse",
                "/cases/ID/act/leave",
                "/cases/ID/edit",
                "/cases/ID/proposals/new?programme=EU-833-IV&subjectId=ID&kind=ADD",
                "/cases/ID/history",
                "/subjects/ID",
                "/subjects/ID/edit",
                "/exhibits/ID",
                "/exhibits/00000000-0000-4000-8000-0000000000f1",
                "/exhibits/00000000-0000-4000-8000-0000000000f2",
                "/exhibits/00000000-0000-4000-8000-0000000000f2/keep/set-hold",
                "/exhibits/00000000-0000-4000-8000-0000000000f2/holds/00000000-0000-4000-8000-0000000000c3/lift",
                "/exhibits/00000000-0000-4000-8000-0000000000f2/spill/act/freeze",
                "/exhibits/ID/act/withdraw",
                "/cases/ID/exhibits/ID/versions/1/release",
                "/releases",
                "/releases?status=REQUESTED&side=ORIGINATOR",
                "/releases/ID",
                "/releases/00000000-0000-4000-8000-0000000000f7",
                "/releases/00000000-0000-4000-8000-0000000000f7/act/deny",
                "/releases/ID/decide",
                "/shares",
                "/shares?agency=EU-EEAS&from=2026-11-01&to=2026-12-01",
                "/releases/ID/act/deny",
                "/releases/ID/act/revoke",
                "/exhibits/ID/act/propose-scan-override",
                "/exhibits/ID/act/open-parts",
                "/exhibits/ID/act/confirm-scan-override",
                "/exhibits/ID/keep/set-hold",
                "/exhibits/ID/keep/propose-disposal",
                "/exhibits/ID/keep/confirm-disposal",
                "/exhibits/ID/keep/drop-disposal",
                "/exhibits/ID/holds/00000000-0000-4000-8000-0000000000c1/lift",
                "/cases/ID/pointers/new",
                "/spills",
                "/spills/00000000-0000-4000-8000-0000000000d4/acknowledge",
                "/exhibits/ID/spill",
                "/exhibits/ID/spill/correction",
                "/exhibits/ID/spill/act/freeze",
                "/exhibits/ID/spill/act/propose-purge",
                "/exhibits/ID/spill/act/confirm-settlement",
                "/exhibits/ID/spill/act/drop-settlement",
                "/exhibits/ID/source/protect-source",
                "/exhibits/ID/source/open-source",
                "/exhibits/ID/source/change-source",
                "/exhibits/ID/source/name-handler",
                "/exhibits/ID/source/handlers/00000000-0000-4000-8000-0000000000d2/confirm-handler",
                "/exhibits/ID/source/handlers/00000000-0000-4000-8000-0000000000d2/drop-handler",
                "/exhibits/ID/versions/1/content/new",
                "/exhibits/ID/versions/1/download",
                "/exhibits/ID/redact",
                "/viewings/ID",
                "/viewings/ID?page=2",
                "/viewings/ID?page=3&written=windows-1251",
                "/viewings/00000000-0000-4000-8000-0000000000e7",
                "/viewings/00000000-0000-4000-8000-0000000000e7?page=2",
                "/traces",
                "/exhibits/ID/act/record-transfer",
                "/exhibits/ID/versions/new",
                "/proposals/ID",
                "/proposals/ID/edit",
                "/proposals/ID/accept",
                "/proposals/ID/changes?from=1&to=2",
                "/proposals/ID/act/return",
                "/proposals/ID/act/endorse",
                "/proposals/ID/act/find-sufficient",
                "/proposals/ID/act/hold",
                "/proposals/ID/corrections",
                "/proposals/ID/correct",
                "/proposals/ID/languages",
                "/proposals/ID/languages/fr/write",
                "/proposals/ID/languages/ja/write",
                "/proposals/ID/languages/fr/confirm",
                "/corrections/ID",
                "/corrections/ID/act/confirm",
                "/corrections/ID/act/demand-round",
                "/packages",
                "/packages/new",
                "/packages/ID",
                "/packages/ID/entries",
                "/packages/ID/record",
                "/packages/ID/schedule",
                "/packages/us-1/schedule",
                "/packages/ID/act/open-round",
                "/packages/ID/prints",
                "/packages/ID/act/impact-note",
                "/packages/ID/act/note",
                "/packages/ID/act/go",
                "/packages/ID/notes/ID/act/widen-to-electorate",
                "/proposals/ID/act/note",
                "/proposals/ID/act/widen-return",
                "/proposals/ID/act/widen-opinion",
                "/proposals/ID/notes/ID/act/widen-to-case",
                "/packages/ID/history",
                "/packages/ID/records/ID/act/confirm",
                "/packages/ID/outputs",
                "/packages/ID/embargo-group",
                "/embargo-groups",
                "/embargo-groups/ID",
                "/embargo-groups/ID/act/invite",
                "/embargo-groups/ID/act/move",
                "/embargo-groups/ID/members/00000000-0000-4000-8000-0000000000e4/act/join",
                "/embargo-groups/ID/members/00000000-0000-4000-8000-0000000000e4/act/decline",
                "/rounds/ID",
                "/rounds/ID/act/carve-out",
                "/listings",
                "/listings/ID",
                "/listings/ID/act/confirm-print",
                "/listings/ID/act/receive-observations",
                "/observations/ID/assess",
                "/listings/ID/act/accept-discrepancy",
                "/listings/ID/act/confirm-acceptance",
                "/listings/ID/act/refuse-acceptance",
                "/history",
                "/appointments",
                "/appointments/new",
                "/appointments/00000000-0000-4000-8000-000000000040/act/confirm",
                "/appointments/00000000-0000-4000-8000-000000000040/act/absence",
                "/many/endorse",
                "/many/accept?programme=US-BIS-EL&all=true",
                "/many/submit?programme=EU-833-IV",
                "/many/find-sufficient?programme=EU-833-IV&all=true",
                "/renewals",
                "/renewals/EU-833-IV",
                "/renewals/EU-833-IV?all=true&sheet=NONE",
                "/storage",
                "/me"
            })
    void a_page_stands_in_both_languages(String path) {
        for (String language : new String[] {"en", "fr"}) {
            String html = page(path, language);
            assertEquals(1, count(html, "<h1"), "one heading of the first rank");
            assertEquals(1, count(html, "<main"), "one main landmark");
            assertTrue(html.contains("<html lang=\"" + language + "\""));
            assertTrue(html.contains("class=\"marking"), "a marking strip");
            assertFalse(
                    html.contains(" style=") || html.contains("<style") || html.contains("onclick"), "nothing inline");
            assertFalse(html.contains("NOT_FOUND"), "every expression found its value");
            unique(html);
            labelled(html);
        }
    }

    @Test
    void a_release_that_may_reach_nobody_yet_says_so_before_it_is_decided() {
        for (String path : List.of("/releases/ID", "/releases/ID/decide")) {
            assertTrue(page(path, "en").contains("this release reaches nobody"), path);
        }
    }

    @Test
    void a_form_whose_act_is_not_offered_is_closed_and_says_why() {
        for (String path : List.of("/proposals/ID/act/submit", "/rounds/ID/act/lift", "/packages/ID/act/escalate")) {
            String html = given().get(path.replace("ID", ID))
                    .then()
                    .statusCode(409)
                    .body(containsString("class=\"absent\""))
                    .extract()
                    .asString();
            assertEquals(1, count(html, "<h1"), path);
            assertFalse(html.contains("class=\"sheet narrow\" method=\"post\""), path);
        }
    }

    @Test
    void a_form_that_has_nothing_to_choose_from_is_closed_and_says_what_is_lacking() {
        given().get("/proposals/" + ID + "/act/consult")
                .then()
                .statusCode(409)
                .body(containsString("There is no agency that must be consulted."));
    }

    @Test
    void acts_that_are_absent_for_one_reason_are_told_together() {
        String html = page("/proposals/ID", "en");
        assertTrue(html.contains("Submit; Withdraw: "), html);
    }

    @Test
    void whatever_is_about_a_listing_names_it_by_number_and_name() {
        for (String path : List.of("/proposals/ID", "/packages/ID", "/rounds/ID")) {
            String html = page(path, "en");
            assertTrue(html.contains(">Listing no. 417, Meridian Vale Trading Ltd</a>"), path + html);
        }
        assertTrue(page("/rounds/ID", "fr").contains(">Inscription n° 417, Meridian Vale Trading Ltd</a>"));
        assertTrue(page("/proposals/ID/accept", "en").contains("about the same listing"));
        String begun = page("/cases/ID/propose", "en");
        assertTrue(
                begun.contains(
                        "<option value=\"00000000-0000-4000-8000-000000000008\">Listing no. 922, Meridian Vale Components Ltd"),
                begun);
        sent("/rounds/" + ID + "/check", "choice", "APPROVE", "packageHashRead", "9f2c")
                .then()
                .body(containsString("Amend: Listing no. 417, Meridian Vale Trading Ltd"));
    }

    @Test
    void an_order_to_release_asks_in_the_words_of_its_programme() {
        String union = page("/packages/ID/schedule", "en");
        assertFalse(union.contains("Entity List"), union);
        assertFalse(union.contains("name=\"citation\""), "the record names the acts");
        String register = page("/packages/us-1/schedule", "en");
        assertTrue(register.contains(">Federal Register citation or document number</label>"), register);
        assertTrue(register.contains("For example 91 FR 99001"), register);
        assertTrue(register.contains(">Number of the entry</th>"), register);
        assertTrue(page("/packages/us-1/schedule", "fr").contains(">Numéro de l’entrée</th>"));
    }

    @Test
    void a_date_of_entry_into_force_before_the_decision_is_refused_at_its_field() {
        sent("/packages/us-1/schedule", "inForce", "1999-01-02")
                .then()
                .statusCode(200)
                .body(containsString("id=\"inForce-fault\""))
                .body(containsString("before 2026-11-20, when it was decided"))
                .body(containsString("value=\"1999-01-02\""));
    }

    @Test
    void a_listing_says_that_its_term_is_over_and_leads_to_the_proposal_that_confirms_it() {
        String html = page("/listings/ID", "en");
        assertTrue(html.contains("Its term ended on "), html);
        assertTrue(html.contains("It is renewed by an act not yet published."), html);
        assertFalse(html.contains("Ends unless renewed"), html);
        assertTrue(html.contains("<a href=\"/proposals/" + ID + "\">The proposal that confirms it</a>"), html);
    }

    @Test
    void an_exhibit_that_a_seat_cannot_open_has_its_title_for_who_may_know_it() {
        for (String path : List.of("/rounds/ID", "/packages/ID")) {
            String html = page(path, "en");
            assertTrue(html.contains(">Customs declaration of 3 March</a>, version 2"), html);
            assertTrue(html.contains("an exhibit that you don’t see, version 1"), html);
            assertFalse(html.contains("<code>00000000</code>"), html);
        }
        assertTrue(
                page("/proposals/ID", "en")
                        .contains(Messages.text(Locale.ENGLISH, "proposal.evidence-lost")
                                + " <a href=\"/exhibits/00000000-0000-4000-8000-000000000020\">Customs declarations"),
                "on a proposal too");
    }

    @Test
    void a_package_under_vote_is_not_called_closed_and_no_code_in_its_marking_breaks() {
        String html = page("/packages/ID", "en");
        assertTrue(html.contains(">Entries fixed<"), html);
        assertTrue(html.contains("<bdi class=\"unbroken\">EU-COUNCIL</bdi>"), html);
    }

    @Test
    void what_may_not_be_quoted_leads_to_the_form_that_asks_for_it() {
        String html = page("/packages/ID", "en");
        assertTrue(html.contains("Not released for quotation"), html);
        assertTrue(html.contains(">Shipping manifest</a>, version 2, EU-EEAS"), html);
        String ask = "/cases/ID/exhibits/ID/versions/2/release?kind=QUOTE&to=ELECTORATE:EU-833-IV";
        assertTrue(html.contains("/versions/2/release?kind=QUOTE&amp;to=ELECTORATE:EU-833-IV\""), html);
        String form = page(ask, "fr");
        assertTrue(form.contains("value=\"QUOTE\" checked"), form);
        assertTrue(form.contains("value=\"ELECTORATE:EU-833-IV\" selected"), form);
    }

    @Test
    void an_exhibit_that_was_refused_while_others_were_granted_is_told_as_refused() {
        String english = page("/exhibits/ID", "en");
        assertTrue(english.contains("<b>Release denied</b>"), english);
        assertFalse(english.contains("<b>Released</b>") || english.contains("→ US-BIS"), english);
        assertTrue(
                english.contains("Granted in part</span> <span class=\"state stopped\">This exhibit: refused"),
                english);
        String french = page("/exhibits/ID", "fr");
        assertTrue(french.contains("<b>Diffusion refusée</b>"), french);
        assertTrue(french.contains("Accordée en partie</span>"), french);
        assertTrue(french.contains("Cette pièce\u202f: refusée (version 1)"), french);
    }

    @Test
    void what_a_scanner_found_stands_wherever_an_exhibit_is_called_held() {
        assertTrue(page("/cases/ID/exhibits", "en").contains("<span class=\"state stopped\">Infected</span>"));
        assertTrue(
                page("/batches/ID/descriptions", "en").contains("<span class=\"state agreed\">Scanned, clean</span>"));
        String exhibit = page("/exhibits/ID", "en");
        assertTrue(exhibit.contains("Not scanned: scanner does not answer · ClamAV 1.4"), exhibit);
        assertFalse(exhibit.contains("UNREACHABLE"), exhibit);
    }

    @Test
    void a_day_is_the_same_for_all_and_a_moment_is_told_in_the_readers_zone() {
        String html = page("/exhibits/ID", "en");
        assertTrue(html.contains("<dd>1 Oct 2026</dd>"), html);
        assertTrue(html.contains(">21 Nov 2026, 11:00:00 Brussels</time>"), html);
    }

    @Test
    void what_stands_in_the_way_of_a_disposal_is_named_as_far_as_its_reader_sees_it() {
        String disposal = "/keep/propose-disposal";
        sent("/exhibits/00000000-0000-4000-8000-000000000020" + disposal, "reason", "No longer needed")
                .then()
                .statusCode(200)
                .body(containsString("in effect rests on it; not all that does need be open to you"))
                .body(containsString(
                        "<dt>Cited by</dt><dd class=\"asWritten\">Meridian Vale Components Ltd, EU 833, Annex IV, "));
    }

    @Test
    void holds_and_a_proposed_disposal_stand_on_the_exhibit_s_page() {
        String html = page("/exhibits/ID", "en");
        assertTrue(html.contains("“Case T-1/26 is pending.”"), html);
        assertTrue(html.contains("/holds/00000000-0000-4000-8000-0000000000c1/lift\""), html);
        assertFalse(html.contains("/holds/00000000-0000-4000-8000-0000000000c2/lift\""), html);
        assertTrue(html.contains("Lifted: “The inquiry is over.”"), html);
        assertTrue(html.contains("/exhibits/00000000-0000-4000-8000-000000000001/keep/confirm-disposal\""), html);
        assertTrue(html.contains("20 Nov 2036"), html);
    }

    @Test
    void frozen_content_stands_on_its_exhibit_and_its_own_page_names_who_had_it() {
        String exhibit = page("/exhibits/ID", "en");
        assertTrue(exhibit.contains("Frozen as spilled since"), exhibit);
        assertTrue(exhibit.contains("/spill/act/freeze\""), exhibit);
        assertFalse(exhibit.contains("/spill/act/propose-purge\""), exhibit);
        String html = page("/exhibits/ID/spill", "en");
        for (String said : List.of(
                "Sheet 3 is above the ceiling.",
                "Unpacked from what was spilled",
                "com-analyst",
                "Handed over to Registry of the General Court",
                "A copy that names its reader",
                "One printed copy, shredded on 24 November.")) {
            assertTrue(html.contains(said), said);
        }
        assertTrue(page("/exhibits/ID/spill/act/confirm-settlement", "en").contains("RESTREINT UE"), html);
        assertTrue(page("/spills", "en").contains("3 frozen still"), html);
    }

    @Test
    void a_marking_that_is_not_given_at_birth_says_what_it_is_set_against() {
        for (Map.Entry<String, String> said : Map.of(
                        "/exhibits/ID/spill/correction", "The stricter of this and its own marking holds.",
                        "/exhibits/ID/versions/new", "to let others read is a release officer",
                        "/exhibits/ID/redact", "the copy has the marking of what it stands for")
                .entrySet()) {
            String html = page(said.getKey(), "en");
            assertTrue(html.contains(said.getValue()), html);
            assertFalse(html.contains("Set at birth"), html);
        }
    }

    @Test
    void a_pointer_says_where_the_content_is_and_offers_none() {
        String id = "/exhibits/00000000-0000-4000-8000-0000000000f1";
        String html = page(id, "en");
        for (String said : List.of(
                "Registry of the EU Intelligence and Situation Centre",
                "R-2026-114",
                "Duty officer",
                "EU · SECRET UE",
                "Pointed to by")) {
            assertTrue(html.contains(said), said);
        }
        assertTrue(html.contains("It lies in a case that isn’t open to you."), html);
        for (String offered : List.of("/download\"", "/content/new\"", "/view\"", "/release\"")) {
            assertFalse(html.contains(id + "/versions/1" + offered), offered);
        }
    }

    @Test
    void a_protected_source_is_named_by_its_pseudonym_and_opened_once() {
        String html = page("/exhibits/ID", "en");
        assertTrue(html.contains("It is known here as S-1A2B3C4D"), html);
        assertTrue(html.contains("Only one person handles this source."), html);
        assertTrue(html.contains("/source/handlers/00000000-0000-4000-8000-0000000000d2/confirm-handler\""), html);
        assertFalse(html.contains("/source/handlers/00000000-0000-4000-8000-0000000000d1/"), html);
        assertFalse(html.contains("Anna Example"), html);
        Response opened = sent("/exhibits/ID/source/open-source", "purpose", "To keep the person safe");
        assertEquals(200, opened.statusCode());
        assertTrue(opened.asString().contains("Anna Example"), opened.asString());
        assertEquals("no-store", opened.header("Cache-Control"));
    }

    @Test
    void a_share_of_personal_data_asks_for_its_legal_basis_and_stands_in_the_list() {
        String decide = page("/releases/ID/decide", "en");
        assertTrue(decide.contains("This takes personal data to <b>United States</b>"), decide);
        assertTrue(decide.contains("EU-US Umbrella Agreement (to be confirmed)"), decide);
        Response check = sent(
                "/releases/ID/check",
                "items[]",
                "00000000-0000-4000-8000-000000000020:1",
                "legalBasis.code",
                "EUDPR-50-1-D",
                "legalBasis.necessity",
                "The listing rests on it.");
        assertEquals(200, check.statusCode());
        assertTrue(check.asString().contains("name=\"legalBasis.necessity\" value=\"The listing rests on it.\""));
        assertTrue(check.asString().contains("art 50(1)(d)"), check.asString());
        String shares = page("/shares", "fr");
        assertTrue(shares.contains("États-Unis"), shares);
        assertTrue(shares.contains("Remise\u202f: "), shares);
        assertTrue(page("/exhibits/ID/act/record-transfer", "en").contains("name=\"legalBasis.code\""));
    }

    @Test
    void a_damaged_exhibit_says_since_when_and_is_not_offered_for_download() {
        String html = page("/exhibits/ID", "en");
        assertTrue(html.contains("Damaged since Mon 23 Nov 2026"), html);
        assertTrue(html.contains("Some of it was changed, moved or cut off."), html);
        assertFalse(html.contains("/versions/1/content\""), html);
        assertTrue(page("/storage", "fr").contains("Une partie a été changée"), "the administrator sees it too");
    }

    @Test
    void who_is_logged_out_sees_a_page_and_no_marking() {
        given().get("/logged-out")
                .then()
                .statusCode(200)
                .body(containsString("<h1"), not(containsString("class=\"marking")));
    }

    @Test
    void nothing_but_own_scripts_and_styles_may_run() {
        given().get("/cases")
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("script-src 'self'"), not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    @Test
    void a_form_is_taken_though_other_pages_were_opened_since() {
        Response form = given().get("/cases/new");
        Matcher token =
                Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"").matcher(form.asString());
        assertTrue(token.find());
        Map<String, String> cookies = new HashMap<>(form.cookies());
        for (String path : new String[] {"/", "/rounds/" + ID + "?part=seats"}) {
            cookies.putAll(given().cookies(cookies).get(path).cookies());
        }
        given().redirects()
                .follow(false)
                .cookies(cookies)
                .formParam("csrf-token", token.group(1))
                .formParam("title", "Of the first tab")
                .post("/cases/new")
                .then()
                .statusCode(303);
    }

    @Test
    void a_form_without_its_token_is_refused_with_a_page() {
        given().redirects()
                .follow(false)
                .formParam("title", "Sent by another site")
                .post("/cases/new")
                .then()
                .statusCode(400)
                .body(containsString("<h1"));
    }

    @Test
    void a_fault_stands_in_the_summary_and_at_its_field_with_what_was_typed() {
        sent("/cases/new", "title", "refuse-me")
                .then()
                .statusCode(200)
                .body(containsString("href=\"#title\""))
                .body(containsString("id=\"title-fault\""))
                .body(containsString("aria-invalid=\"true\""))
                .body(containsString("value=\"refuse-me\""));
    }

    @Test
    void a_subject_goes_back_with_what_its_form_does_not_show() {
        String html = page("/subjects/ID/edit", "en");
        for (String kept : List.of(
                "name=\"names.0.quality\" value=\"HIGH\"",
                "name=\"identifiers.0.note\" value=\"Seen in the register of 3 March 2026\"",
                "name=\"addresses.0.lines[]\" value=\"12 Harbour Road\"",
                "name=\"addresses.0.highDiversionRisk\" value=\"true\"")) {
            assertTrue(html.contains(kept), kept);
        }
    }

    @Test
    void what_only_a_ship_has_stands_in_its_part_of_the_form_and_several_countries_in_one_field() {
        String html = page("/subjects/ID/edit", "en");
        assertTrue(html.contains("<option value=\"PA\" selected>"), html);
        assertTrue(html.contains("name=\"vessel.pastFlags\" type=\"text\" value=\"LR, MT\""), html);
        assertTrue(html.contains("<details open><summary>Ship</summary>"), html);
        assertTrue(html.contains("<details><summary>Person</summary>"), html);
    }

    @Test
    void a_download_asks_what_for_where_the_marking_does_and_else_begins_at_once() {
        assertTrue(page("/exhibits/ID/versions/1/download", "en").contains("value=\"Preparing the round\""));
        given().redirects()
                .follow(false)
                .get("/exhibits/" + ID + "/versions/2/download")
                .then()
                .statusCode(303)
                .header("Location", containsString("/versions/2/content"));
    }

    @Test
    void content_is_shown_as_text_whatever_it_says_and_its_pages_are_turned_by_links() {
        String picture = page("/viewings/ID?zoom=200", "en");
        assertTrue(picture.contains("src=\"/viewings/00000000-0000-4000-8000-000000000001/pages/1/image?zoom=200\""));
        assertTrue(picture.contains("alt=\"Picture of page 1 of 3 of"), picture);
        assertTrue(picture.contains("First &lt;b&gt;page&lt;/b&gt;"), picture);
        assertTrue(picture.contains(
                "rel=\"next\" href=\"/viewings/00000000-0000-4000-8000-000000000001?page=2&amp;zoom=200#"));
        assertFalse(picture.contains("rel=\"prev\""), picture);
        assertTrue(picture.contains("The end of this file is missing"), picture);
        assertTrue(picture.contains("its place is empty"), picture);
        String table = page("/viewings/ID?page=2", "en");
        assertTrue(table.contains("<caption>Rows 51 to 52</caption>"), table);
        assertTrue(table.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), table);
        String text = page("/viewings/ID?page=3&written=windows-1251", "en");
        assertTrue(text.contains("pay⟦U+202E⟧gpj.exe\n&lt;i&gt;as it is&lt;/i&gt;"), text);
        assertTrue(text.contains("<option value=\"windows-1251\" selected>"), text);
    }

    @Test
    void a_sheet_is_shown_under_the_names_of_its_rows_and_columns_and_what_is_hidden_is_said() {
        String sheet = page("/viewings/00000000-0000-4000-8000-0000000000e7?page=2", "en");
        assertTrue(sheet.contains("<bdi>Goods &amp; prices</bdi>: Rows 7 to 12</caption>"), sheet);
        assertTrue(
                sheet.contains("00000000-0000-4000-8000-0000000000e7?page=1#shown\" dir=\"auto\">Cover</a></li>"),
                sheet);
        assertTrue(
                sheet.contains(
                        "<b aria-current=\"true\" dir=\"auto\">Goods &amp; prices</b> <span class=\"muted\">(hidden)</span>"),
                sheet);
        assertTrue(sheet.contains("<bdi>Notes</bdi></li>"), sheet);
        assertTrue(sheet.contains("This sheet is hidden from whoever opens the file"), sheet);
        assertTrue(sheet.contains("opens the file: D–F, XFD</p>"), sheet);
        assertTrue(sheet.contains("This file also holds what is no cell"), sheet);
        assertTrue(sheet.contains(">D <span class=\"muted\">(hidden)</span></th>"), sheet);
        assertTrue(sheet.contains(">12 <span class=\"muted\">(hidden)</span></th>"), sheet);
        assertTrue(sheet.contains("&lt;b&gt;Orlan&lt;/b&gt;"), sheet);
        assertFalse(sheet.contains("Written in"), sheet);
        String empty = page("/viewings/00000000-0000-4000-8000-0000000000e7", "en");
        assertTrue(empty.contains("Nothing stands in the cells of this sheet"), empty);
        assertFalse(empty.contains("is hidden from whoever") || empty.contains("<table class=\"shown\""), empty);
    }

    @Test
    void a_redacted_copy_is_told_with_what_was_found_and_only_a_fit_one_is_offered_to_go_out() {
        String exhibit = page("/exhibits/ID", "en");
        assertTrue(exhibit.contains(">Logbook</a>, version 2"), exhibit);
        assertTrue(exhibit.contains("Removed words are still in it"), exhibit);
        assertTrue(exhibit.contains("Still in it: “Petr Ivanov”"), exhibit);
        assertEquals(2, count(exhibit, "/redaction-check\""), "where it may be looked through");
        String item = "00000000-0000-4000-8000-000000000020:1";
        String copy = "00000000-0000-4000-8000-0000000000d2:1";
        String decide = page("/releases/ID/decide", "en");
        assertTrue(decide.contains("name=\"redactedCopies.0.item\" value=\"" + item + "\""), decide);
        assertTrue(decide.contains("<option value=\"" + copy + "\">Manifest without any names</option>"), decide);
        assertFalse(decide.contains("Manifest without names"), decide);
        sent("/releases/ID/check", "items[]", item, "redactedCopies.0.item", item, "redactedCopies.0.copy", copy)
                .then()
                .statusCode(200)
                .body(containsString("<b>Manifest without any names</b>"))
                .body(containsString("name=\"redactedCopies.0.copy\" value=\"" + copy + "\""));
    }

    @Test
    void a_look_asks_what_for_where_the_marking_does() {
        sent("/exhibits/ID/versions/1/view")
                .then()
                .statusCode(200)
                .body(containsString("value=\"Preparing the round\""));
        sent("/exhibits/ID/versions/1/view", "purpose", "The vote")
                .then()
                .statusCode(303)
                .header("Location", containsString("/viewings/" + ID));
    }

    @Test
    void what_is_filled_in_for_a_selection_stands_in_its_rows_and_nothing_is_sent() {
        String path = "/batches/" + ID + "/descriptions";
        String html = sent(
                        path,
                        "do",
                        "set",
                        "set.languages",
                        "fr",
                        "set.relianceUse",
                        "LEAD_ONLY",
                        "items.0.exhibitId",
                        "00000000-0000-4000-8000-000000000020",
                        "items.0.title",
                        "As it was typed",
                        "items.1.exhibitId",
                        "00000000-0000-4000-8000-000000000021",
                        "items.1.chosen",
                        "true")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(html.contains("name=\"items.0.languages\" type=\"text\" value=\"en, zh\""), html);
        assertTrue(html.contains("name=\"items.0.title\" type=\"text\" value=\"As it was typed\""), html);
        assertTrue(html.contains("name=\"items.1.languages\" type=\"text\" value=\"fr\""), html);
        assertTrue(html.contains("Put into the selected rows: 1."), html);
        assertEquals(2, count(html, "<option value=\"LEAD_ONLY\" selected"), "in the row and for the selection");
        assertFalse(html.contains("red.txt"), "what its reader can't see is not listed");
        assertTrue(sent(path, "do", "all").asString().split("\" checked").length == 3, "all that may be described");
    }

    @Test
    void a_row_that_was_not_saved_says_why_and_its_words_stay() {
        sent(
                        "/batches/" + ID + "/descriptions",
                        "reason",
                        "As the cover sheet says",
                        "items.1.exhibitId",
                        "00000000-0000-4000-8000-000000000021",
                        "items.1.versionRead",
                        "1",
                        "items.1.title",
                        "My own words")
                .then()
                .statusCode(200)
                .body(containsString("Somebody described it anew meanwhile"))
                .body(containsString("value=\"My own words\""))
                .body(containsString("name=\"items.1.versionRead\" value=\"2\""))
                .body(containsString("href=\"#items-1\""));
    }

    @Test
    void a_row_is_added_without_script() {
        sent("/cases/" + ID + "/subjects/new", "do", "add:contacts")
                .then()
                .body(containsString("name=\"contacts.0.kind\""));
    }

    @Test
    void a_vote_is_checked_in_words_before_it_is_cast() {
        sent("/rounds/" + ID + "/check", "choice", "APPROVE", "packageHashRead", "9f2c")
                .then()
                .statusCode(200)
                .body(containsString("EU-833-IV/2026/3"))
                .body(containsString("PL"))
                .body(containsString("approves every entry"));
    }

    @Test
    void a_ballots_own_faults_are_told_before_a_stronger_login_is_asked() {
        String path = "/rounds/" + ID + "/check";
        sent(path, "choice", "OBJECT", "packageHashRead", "9f2c")
                .then()
                .body(containsString("Error:"))
                .body(containsString("Give a reason"));
        for (String until : new String[] {"", "2026-11-25T11:59", "2026-12-09T12:01", "soon"}) {
            sent(path, "choice", "RESERVE", "packageHashRead", "9f2c", "reason", "Parliament", "reserveUntil", until)
                    .then()
                    .body(containsString("A reserve ends on the deadline or at most 14 days after it"));
        }
        for (String until : new String[] {"2026-11-25T12:00", "2026-12-09T12:00"}) {
            sent(path, "choice", "RESERVE", "packageHashRead", "9f2c", "reason", "Parliament", "reserveUntil", until)
                    .then()
                    .body(containsString("/vote\""));
        }
        sent(path, "choice", "APPROVE", "packageHashRead", "9f2c", "reason", "x".repeat(4001))
                .then()
                .body(containsString("This is too long"));
    }

    @Test
    void a_release_is_checked_in_words_before_it_is_made() {
        sent("/releases/" + ID + "/check", "items[]", "00000000-0000-4000-8000-000000000020:1", "purpose", "The vote")
                .then()
                .statusCode(200)
                .body(containsString("Seats and offices: EU 833, Annex IV"))
                .body(containsString("Everything that was asked for is granted."))
                .body(containsString("Customs declarations, March to August 2026"));
        sent("/releases/" + ID + "/check", "purpose", "The vote")
                .then()
                .body(containsString("Choose at least one exhibit"));
    }

    @Test
    void an_exhibit_tells_its_agency_who_can_see_it_and_hides_what_is_not_its_to_know() {
        String html = page("/exhibits/ID", "en");
        assertTrue(html.contains("Who may see version 1, and why"), html);
        assertTrue(html.indexOf("the marking names it") < html.indexOf("2 agencies that may not, and why"), html);
        assertTrue(html.contains("the marking names it") && html.contains("a condition that you cannot see"), html);
        assertTrue(page("/proposals/ID", "en").contains("It relies on an exhibit that is no longer open to all:"));
    }

    @Test
    void where_a_stronger_login_is_asked_the_form_is_kept_and_the_way_leads_to_it() {
        sent("/rounds/" + ID + "/vote", "choice", "APPROVE", "packageHashRead", "9f2c")
                .then()
                .statusCode(303)
                .header("Location", containsString("/confirm/"));
    }

    @Test
    @TestSecurity(user = "eeas-analyst" + LoggedIn.AT_LEVEL_2, roles = "analyst", augmentors = LoggedIn.class)
    void a_kept_form_that_was_refused_and_mended_says_that_it_was_sent() {
        String kept = sent("/rounds/" + ID + "/vote", "choice", "APPROVE", "packageHashRead", "9f2c")
                .getHeader("Location");
        String confirm = kept.substring(kept.indexOf("/confirm/"));
        String note = "/packages/" + ID + "/act/note";
        Cookie named = sent(note + "?saved=" + confirm.substring("/confirm/".length()), "text", "refuse-me")
                .getDetailedCookie("lockstep_saved");
        assertEquals(note, named.getPath(), "for the form's own address alone");
        Pages.sentWith(named, note, "text", "refuse-me").then().statusCode(200);
        assertTrue(page(confirm, "en").contains("Nothing has been sent yet."));
        Pages.sentWith(named, note, "text", "Mended.").then().statusCode(303);
        assertTrue(page(confirm, "en").contains("This has been sent"));
    }

    @Test
    @TestSecurity(user = "eeas-analyst" + LoggedIn.AT_LEVEL_2, roles = "analyst", augmentors = LoggedIn.class)
    void a_kept_form_that_was_sent_says_so_and_leads_to_the_result() {
        String kept = sent("/rounds/" + ID + "/vote", "choice", "APPROVE", "packageHashRead", "9f2c")
                .getHeader("Location");
        String confirm = kept.substring(kept.indexOf("/confirm/"));
        String waiting = page(confirm, "en");
        assertTrue(waiting.contains("Nothing has been sent yet."), waiting);
        String saved = "?saved=" + confirm.substring("/confirm/".length()) + "\"";
        assertTrue(waiting.contains("action=\"/rounds/" + ID + "/vote" + saved), waiting);
        sent("/packages/" + ID + "/act/note" + saved.replace("\"", ""), "text", "refuse-me")
                .then()
                .statusCode(200);
        assertTrue(page(confirm, "en").contains("Nothing has been sent yet."), "a refusal sends nothing");
        sent("/packages/" + ID + "/act/note" + saved.replace("\"", ""), "text", "A note.")
                .then()
                .statusCode(303);
        String done = page(confirm, "en");
        assertTrue(done.contains("This has been sent"), done);
        assertTrue(done.contains("href=\"/packages/" + ID + "\">See the result"), done);
        assertFalse(done.contains("Nothing has been sent yet."), done);
    }

    @Test
    @TestSecurity(user = "eu-auditor", roles = "auditor", augmentors = LoggedIn.class)
    void the_auditor_opens_the_page_of_an_exhibit_that_is_open_to_him() {
        String html = page("/exhibits/" + ID, "en");
        assertTrue(html.contains("<h2 id=\"custody\""), html);
        assertFalse(html.contains("<h2 id=\"releases\""), html);
    }

    @Test
    @TestSecurity(user = "eu-auditor", roles = "auditor", augmentors = LoggedIn.class)
    void the_auditor_narrows_the_history_by_what_the_appointment_covers() {
        String html = page("/history?type=case.opened&agency=EU-EEAS&from=2026-11-01&to=2026-12-01", "en");
        assertTrue(html.contains("<option value=\"EU-833-IV\">"), html);
        assertTrue(html.contains("<option value=\"EU-269\">"), html);
        assertFalse(html.contains("<option value=\"US-BIS-EL\">"), html);
        assertTrue(html.contains("<option value=\"case.opened\" selected>"), html);
        assertTrue(html.contains("<option value=\"EU-EEAS\" selected>"), html);
        assertTrue(html.contains("name=\"from\" value=\"2026-11-01\""), html);
        assertFalse(html.contains("<option value=\"exhibit.registered\">"), "of the other service's journal");
        assertTrue(html.contains("href=\"/shares?agency=EU-EEAS\""), "shares of an agency that is covered");
        unique(page("/history", "fr"));
    }

    @Test
    void a_carve_out_is_told_on_round_and_package_with_who_when_and_what_became_of_the_votes() {
        for (String path : List.of("/rounds/ID", "/packages/ID")) {
            String html = page(path, "en");
            assertTrue(html.contains(">4. Tavrin Freight FZE</a>"), html);
            assertTrue(
                    html.contains("carved out, pres-chair, Mon 23 Nov 2026, 12:00 Brussels: “Poland asks for more.”"),
                    html);
        }
        String round = page("/rounds/ID", "en");
        assertTrue(round.contains("Asked anew: vote overtaken by the carve-out"), round);
        assertTrue(round.contains("2. Meridian Vale Components Ltd"), "an objection names its entries");
    }

    @Test
    void a_deadline_that_was_moved_says_from_when_by_whom_and_why_in_the_readers_language() {
        String round = page("/rounds/ID", "en");
        assertTrue(
                round.contains("Deadline moved from Mon 23 Nov 2026, 12:00 Brussels to Tue 24 Nov 2026, 12:00 Brussels:"
                        + " “More time for all.” <span class=\"muted\">pres-chair, "),
                round);
        assertTrue(page("/rounds/ID", "fr").contains("réserve du siège AT <span class=\"muted\">at-voter, "));
    }

    @Test
    void a_round_says_in_words_what_it_brings_about() {
        assertTrue(page("/rounds/ID", "fr")
                .contains("l’interdiction de vendre des biens à double usage et des technologies avancées"));
    }

    @Test
    void a_removed_listing_says_that_its_print_was_of_the_listing() {
        String html = page("/listings/00000000-0000-4000-8000-0000000000aa", "en");
        assertTrue(html.contains("It was removed on Sat 28 Nov 2026, 10:00 Brussels."), html);
        assertTrue(html.contains("<dt>Print of the listing</dt>"), html);
        assertFalse(page("/listings/ID", "en").contains("Print of the listing"), "while it stands");
    }

    @Test
    void for_whom_a_deputy_speaks_stands_beside_the_vote_on_the_check_page_and_in_the_history() {
        String decide = page("/rounds/ID", "en");
        assertTrue(decide.contains("for cy-voter") && decide.contains("Reserve until"), decide);
        sent("/rounds/" + ID + "/check", "choice", "APPROVE", "packageHashRead", "9f2c")
                .then()
                .body(containsString("for pl-voter"));
        assertTrue(page("/packages/ID/history", "fr").contains("pour fr-voter"));
    }

    @Test
    void why_content_is_withheld_is_said_once_above_the_rows_that_it_is_true_of() {
        String html = page("/cases/ID/history", "en");
        assertEquals(1, count(html, "your appointment covers the act, not its text"), html);
        assertEquals(2, count(html, "content withheld</small>"), html);
    }

    @Test
    void the_brief_and_the_package_show_the_newest_impact_note_and_keep_the_earlier() {
        for (String path : List.of("/rounds/ID", "/packages/ID")) {
            String html = page(path, "en");
            assertTrue(html.indexOf("Chips for cars; talks in March.") < html.indexOf(">Chips for cars.<"), html);
        }
    }

    @Test
    void what_became_of_many_is_told_one_by_one() {
        sent("/many/endorse", "programme", "EU-833-IV", "items[]", ID + "/1")
                .then()
                .statusCode(200)
                .body(containsString("1 of 2 done"))
                .body(containsString("Your agency has endorsed this revision"))
                .body(not(containsString("endorsed it already")));
    }

    @Test
    void the_listings_lead_to_the_renewal_of_a_list_in_which_the_reader_has_a_part() {
        assertTrue(page("/listings", "en").contains("href=\"/renewals/EU-833-IV\""));
        assertTrue(page("/listings?programme=EU-833-IV", "en").contains("href=\"/renewals/EU-833-IV\""));
        assertFalse(page("/listings?programme=US-BIS-EL", "en").contains("/renewals/"));
    }

    @Test
    void a_renewal_offers_a_tick_where_a_sheet_lacks_and_tells_what_was_not_drafted() {
        String html = page("/renewals/EU-833-IV", "en");
        assertEquals(1, count(html, "type=\"checkbox\""), html);
        assertTrue(html.contains("1 February 2027") || html.contains("1 Feb 2027"), html);
        assertTrue(html.contains("<dt>Entries renewed already, beside these</dt><dd>3</dd>"), html);
        sent("/renewals/EU-833-IV/sheets", "items[]", ID)
                .then()
                .statusCode(200)
                .body(containsString("1 of 2 done"))
                .body(containsString("/listings/00000000-0000-4000-8000-000000000009"));
    }

    @Test
    void what_is_not_visible_is_a_page_that_says_so() {
        given().get("/cases/nothing-here").then().statusCode(404).body(containsString("Page not found"));
        given().get("/no-such-page").then().statusCode(404).body(containsString("<h1"));
    }

    @Test
    void a_preference_leads_back_to_this_site_alone() {
        sent("/preferences", "language", "fr", "back", "//elsewhere.invalid/")
                .then()
                .statusCode(303)
                .header("Location", not(containsString("elsewhere")));
    }

    @Test
    void a_listing_shows_where_its_print_differs_and_what_the_service_allows() {
        String html = page("/listings/ID", "en");
        assertTrue(html.contains("Time extended") && html.contains("RUS/2026/E1"), html);
        assertTrue(html.contains("982041<del>7</del><ins>1</ins>"), html);
        assertTrue(html.contains("kind=AMEND&amp;listing="), html);
        assertFalse(html.contains("kind=REMOVE"), html);
        assertTrue(html.contains("Propose its removal: The listing has ended"), html);
    }

    @Test
    void a_whole_print_is_laid_at_its_entries_without_script() {
        Response before = given().get("/packages/" + ID + "/prints");
        Matcher token =
                Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"").matcher(before.asString());
        assertTrue(token.find());
        given().cookies(before.cookies())
                .multiPart("csrf-token", token.group(1))
                .multiPart("whole", "Annex\n922. Meridian Vale\nKowloon\n924. Quay Nine Ltd")
                .post("/packages/" + ID + "/prints/rows")
                .then()
                .statusCode(200)
                .body(containsString("\n922. Meridian Vale\nKowloon</textarea>"))
                .body(containsString("2 of 3 rows were found"));
    }

    private static void unique(String html) {
        Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
        Set<String> seen = new HashSet<>();
        while (ids.find()) {
            assertTrue(seen.add(ids.group(1)), "id twice: " + ids.group(1));
        }
    }

    /** Every field that a person fills in has a label. */
    private static void labelled(String html) {
        Matcher fields = Pattern.compile("<(?:input|select|textarea)([^>]*)>").matcher(html);
        while (fields.find()) {
            String its = fields.group(1);
            if (its.contains("type=\"hidden\"") || its.contains("aria-label=")) {
                continue;
            }
            Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(its);
            assertTrue(id.find() && html.contains("<label for=\"" + id.group(1) + "\""), "no label: " + its);
        }
    }
}
