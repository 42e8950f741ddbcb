package lockstep.listing.subject;

import static lockstep.listing.subject.FieldProblem.Reason.EXPIRES_BEFORE_ISSUED;
import static lockstep.listing.subject.FieldProblem.Reason.FORBIDDEN_CHARACTER;
import static lockstep.listing.subject.FieldProblem.Reason.IDENTIFIER_OR_ADDRESS_MISSING;
import static lockstep.listing.subject.FieldProblem.Reason.INVALID_REASON_NOT_NEEDED;
import static lockstep.listing.subject.FieldProblem.Reason.INVISIBLE_CHARACTERS;
import static lockstep.listing.subject.FieldProblem.Reason.MALFORMED_DATE;
import static lockstep.listing.subject.FieldProblem.Reason.MISSING;
import static lockstep.listing.subject.FieldProblem.Reason.MIXED_SCRIPTS_IN_ONE_WORD;
import static lockstep.listing.subject.FieldProblem.Reason.MORE_THAN_ONE_PRIMARY_NAME;
import static lockstep.listing.subject.FieldProblem.Reason.NATIVE_SCRIPT_NAME_MISSING;
import static lockstep.listing.subject.FieldProblem.Reason.PRIMARY_NAME_MISSING;
import static lockstep.listing.subject.FieldProblem.Reason.PRINTED_PHRASE_LACKS_VALUE;
import static lockstep.listing.subject.FieldProblem.Reason.TEXT_NOT_IN_SCRIPT;
import static lockstep.listing.subject.FieldProblem.Reason.UNKNOWN_COUNTRY;
import static lockstep.listing.subject.FieldProblem.Reason.UNKNOWN_SCRIPT;
import static lockstep.listing.subject.FieldProblem.Reason.WRONG_CHECK_DIGIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTextTest {

    private final SubjectText complete = Subjects.orlan();

    @Test
    void a_complete_text_has_no_problems_and_lacks_nothing() {
        assertEquals(List.of(), complete.problems());
        assertEquals(List.of(), complete.missingForSubmission());
        assertEquals(List.of(), complete.warnings());
    }

    @Test
    void an_empty_draft_may_be_saved_but_lacks_all_that_g1_asks() {
        SubjectText empty = Subjects.of(null, null, List.of(), List.of(), List.of());
        assertEquals(List.of(), empty.problems());
        assertEquals(
                List.of(
                        new FieldProblem("/type", MISSING),
                        new FieldProblem("/country", MISSING),
                        new FieldProblem("/names", PRIMARY_NAME_MISSING),
                        new FieldProblem("/identifiers", IDENTIFIER_OR_ADDRESS_MISSING)),
                empty.missingForSubmission());
    }

    @Test
    void a_company_under_chinese_law_needs_its_chinese_name_or_a_reason() {
        Name english = Name.of(Name.Kind.PRIMARY, "Yunqi Invented Optics Co., Ltd.");
        Name chinese = Name.of(Name.Kind.LOCAL, "云栖虚构光学有限公司");
        List<Address> address = List.of(Address.of("1 Example Road, Nowhere, China", "CN"));
        SubjectText without = Subjects.of(SubjectType.COMPANY, "CN", List.of(english), List.of(), address);
        SubjectText with = Subjects.of(SubjectType.COMPANY, "CN", List.of(english, chinese), List.of(), address);
        assertEquals(
                List.of(new FieldProblem("/noNativeNameReason", NATIVE_SCRIPT_NAME_MISSING)),
                without.missingForSubmission());
        assertEquals(List.of(), with.missingForSubmission());
        assertEquals(chinese, with.nativeName().orElseThrow());
        assertEquals(
                List.of(),
                Subjects.reasoned(without, "No register entry found.").missingForSubmission());
    }

    @Test
    void a_name_in_latin_letters_is_native_in_turkey_and_india() {
        Name name = Name.of(Name.Kind.PRIMARY, "Uydurma Çip Elektronik A.Ş.");
        for (String country : List.of("TR", "IN", "DE", "SG")) {
            SubjectText text = Subjects.of(
                    SubjectType.COMPANY, country, List.of(name), List.of(), List.of(Address.of("Nowhere", country)));
            assertEquals(List.of(), text.missingForSubmission(), country);
        }
    }

    @Test
    void a_declared_script_that_the_text_is_not_in_is_named_by_its_field() {
        Name wrong = new Name("Орлан", Name.Kind.PRIMARY, null, "ru", "Latn", null, null);
        Name unknown = new Name("Orlan", Name.Kind.AKA, null, null, "Xxxx", null, null);
        SubjectText text = Subjects.of(SubjectType.COMPANY, "RU", List.of(wrong, unknown), List.of(), List.of());
        assertEquals(
                List.of(
                        new FieldProblem("/names/0/script", TEXT_NOT_IN_SCRIPT),
                        new FieldProblem("/names/1/script", UNKNOWN_SCRIPT)),
                text.problems());
    }

    @Test
    void a_wrong_check_digit_is_refused_unless_it_is_kept_as_printed_with_a_reason() {
        Identifier wrong = Identifier.of(IdentifierType.INN, "9901000011", "RU", "Tax ID/INN");
        assertEquals(List.of(new FieldProblem("/identifiers/0/value", WRONG_CHECK_DIGIT)), problems(wrong));
        assertEquals(List.of(), problems(wrong.keptAsPrinted("So printed in the source act.")));
    }

    @Test
    void a_reason_for_keeping_a_value_is_refused_where_the_value_is_right() {
        Identifier right = Identifier.of(IdentifierType.INN, "9901000010", "RU", null);
        assertEquals(
                List.of(new FieldProblem("/identifiers/0/asPrintedInvalidReason", INVALID_REASON_NOT_NEEDED)),
                problems(right.keptAsPrinted("So printed.")));
    }

    @Test
    void a_number_must_stand_in_the_phrase_that_it_was_read_from() {
        Identifier torn =
                Identifier.of(IdentifierType.INN, "9901000010", "RU", null).printedAs("INN 990100001");
        assertEquals(List.of(new FieldProblem("/identifiers/0/asPrinted", PRINTED_PHRASE_LACKS_VALUE)), problems(torn));
    }

    @Test
    void an_unknown_country_and_a_second_primary_name_are_refused() {
        Name name = Name.of(Name.Kind.PRIMARY, "Orlan");
        SubjectText text = Subjects.of(SubjectType.COMPANY, "ZZ", List.of(name, name), List.of(), List.of());
        assertEquals(
                List.of(
                        new FieldProblem("/country", UNKNOWN_COUNTRY),
                        new FieldProblem("/names", MORE_THAN_ONE_PRIMARY_NAME)),
                text.problems());
    }

    @Test
    void characters_that_turn_the_reading_direction_are_refused_and_persian_joiners_are_not() {
        assertEquals(FORBIDDEN_CHARACTER, onlyProblem(Name.of(Name.Kind.AKA, "Orlan \u202Edtl")));
        assertEquals(
                List.of(), Name.of(Name.Kind.LOCAL, "هواپیما\u200Cسازی اختراعی").problems());
    }

    @Test
    void invisible_characters_in_a_telephone_number_are_kept_and_pointed_out() {
        Contact printed = new Contact(Contact.Kind.PHONE, "+ 00 \u202D(0)000000\u202C");
        SubjectText text =
                new SubjectText(SubjectType.COMPANY, "DE", null, null, null, List.of(printed), null, null, null, null);
        assertEquals(List.of(), text.problems());
        assertEquals(List.of(new FieldProblem("/contacts/0/value", INVISIBLE_CHARACTERS)), text.warnings());
    }

    @Test
    void look_alike_letters_within_a_word_are_pointed_out_and_stop_nothing() {
        Name mixed = Name.of(Name.Kind.PRIMARY, "\u041Erlan Trading");
        SubjectText text = Subjects.of(SubjectType.COMPANY, "DE", List.of(mixed), List.of(), List.of());
        assertEquals(List.of(), text.problems());
        assertEquals(List.of(new FieldProblem("/names/0/full", MIXED_SCRIPTS_IN_ONE_WORD)), text.warnings());
    }

    @Test
    void json_and_back_is_the_same_text_and_computed_values_are_not_in_it() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String written = json.writeValueAsString(complete);
        assertEquals(complete, json.readValue(written, SubjectText.class));
        assertEquals(written, json.writeValueAsString(json.readValue(written, SubjectText.class)));
        assertFalse(written.contains("normalised") || written.contains("null"), written);
    }

    @Test
    void a_date_is_as_partial_in_json_as_it_is_known() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String written = "{\"type\":\"PASSPORT\",\"value\":\"X1\",\"issued\":\"2011-02\",\"expires\":\"2010\"}";
        Identifier passport = json.readValue(written, Identifier.class);
        assertEquals(written, json.writeValueAsString(passport));
        assertEquals(List.of(new FieldProblem("/expires", EXPIRES_BEFORE_ISSUED)), passport.problems());
        assertEquals(
                List.of(new FieldProblem("/issued", MALFORMED_DATE)),
                json.readValue(written.replace("2011-02", "2011-13"), Identifier.class)
                        .problems());
    }

    @Test
    void a_year_and_a_day_in_it_are_in_no_order() {
        PartialDate year = new PartialDate("2011");
        PartialDate day = new PartialDate("2011-02-28");
        assertFalse(year.surelyBefore(day) || day.surelyBefore(year));
        assertTrue(new PartialDate("2010-12").surelyBefore(year));
        assertFalse(new PartialDate("2011-02-30").known());
    }

    @Test
    void absent_empty_and_blank_are_written_alike() throws Exception {
        ObjectMapper json = new ObjectMapper();
        SubjectText absent = json.readValue("{}", SubjectText.class);
        SubjectText empty = json.readValue(
                "{\"names\":[],\"addresses\":null,\"country\":\" \",\"noNativeNameReason\":\"\"}", SubjectText.class);
        assertEquals(absent, empty);
        assertEquals("{}", json.writeValueAsString(empty));
    }

    @Test
    void a_number_is_never_overwritten_by_its_normalised_form() {
        Identifier printed = Identifier.of(IdentifierType.HK_CR, "99 901", "HK", "CR No.");
        assertEquals("99 901", printed.value());
        assertEquals("0099901", printed.normalised());
        assertEquals("99 901 (CR No.)", printed.printed());
    }

    @Test
    void a_tax_number_without_its_country_is_missed_at_submission() {
        SubjectText text = Subjects.with(complete, Identifier.of(IdentifierType.TAX, "9900000011", null, null));
        assertTrue(text.missingForSubmission().contains(new FieldProblem("/identifiers/0/issuingCountry", MISSING)));
    }

    private List<FieldProblem> problems(Identifier identifier) {
        return Subjects.with(complete, identifier).problems();
    }

    private static FieldProblem.Reason onlyProblem(Name name) {
        assertEquals(1, name.problems().size(), name.problems()::toString);
        return name.problems().getFirst().reason();
    }
}
