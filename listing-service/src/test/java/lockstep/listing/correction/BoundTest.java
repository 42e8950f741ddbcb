package lockstep.listing.correction;

import static lockstep.listing.correction.CorrectionKind.ADDRESS_FORM;
import static lockstep.listing.correction.CorrectionKind.DIACRITICS;
import static lockstep.listing.correction.CorrectionKind.PUNCTUATION;
import static lockstep.listing.correction.CorrectionKind.TRANSLITERATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.listing.proposal.Drafts;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;
import lockstep.listing.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a formal correction may change, and what not: each kind's bound, by example. */
class BoundTest {
    private static final String IN = "";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yildiz Cip Sanayi     | Yıldız Çip Sanayi     | ''",
                "Łodz Øre Gate         | Lodz Ore Gate         | ''",
                "Hauptstrasse          | Hauptstraße           | MORE_THAN_DIACRITICS",
                "Aesir                 | Æsir                  | MORE_THAN_DIACRITICS",
                "Nguyen Van Duc        | Nguyễn Văn Đức        | ''",
                "Yildiz Cip            | Yildiz Chip           | MORE_THAN_DIACRITICS",
                "Yildiz 12             | Yıldız 13             | MORE_THAN_DIACRITICS",
                "Yildiz Cip            | Yıldız, Çip           | MORE_THAN_DIACRITICS",
                "Vale Trading          | Vаle Trading          | MORE_THAN_DIACRITICS",
                "Vale                  | Vale                  | NOTHING_CHANGES",
            })
    void diacritics(String before, String after, String bound) {
        assertEquals(bound, exceeded(name(before), DIACRITICS, after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "Meridian Vale Ltd        | Meridian Vale, Ltd.        | §§",
                "«Orlan» OOO              | OOO «Orlan»                | MORE_THAN_PUNCTUATION",
                "Al Rashid Trading        | Al-Rashid Trading          | §§",
                "A & B Co                 | A B Co.                    | MORE_THAN_PUNCTUATION",
                "P.O. Box of Vale         | PO Box of Vale             | §§",
                "It shipped.Then it sold  | It shipped. Then it sold   | §§",
                "Vale \"Orlan\"             | Vale «Orlan»               | §§",
                "O'Neill - Vale           | O’Neill – Vale             | §§",
                "子午谷有限公司            | 子午谷，有限公司             | §§",
                "It shipped.              | It shipped?                | MORE_THAN_PUNCTUATION",
                "It shipped.              | It shipped!                | MORE_THAN_PUNCTUATION",
                "Vale (HK) Ltd            | Vale HK Ltd                | MORE_THAN_PUNCTUATION",
                "Sold: parts              | Sold parts                 | MORE_THAN_PUNCTUATION",
                "Sold; shipped            | Sold, shipped              | MORE_THAN_PUNCTUATION",
                "Vale/Orlan               | Vale Orlan                 | MORE_THAN_PUNCTUATION",
                "They are not able        | They are notable           | MORE_THAN_PUNCTUATION",
                "Its parts                | It's parts                 | MORE_THAN_PUNCTUATION",
                "Meridian Vale ltd        | Meridian Vale Ltd          | MORE_THAN_PUNCTUATION",
                "Works No 12              | Works No. 12               | §§",
                "Works 1 2                | Works 12                   | FIGURES_DIFFER",
                "Paid 1.500 in 2024       | Paid 15.00 in 2024         | FIGURES_DIFFER",
                "Fell by -5 points        | Fell by 5 points           | FIGURES_DIFFER",
                "Owned 5 % of it          | Owned 5 of it.             | MORE_THAN_PUNCTUATION",
                "On 3.2.2024 it shipped   | On 3.2.2024, it shipped.   | §§",
                "On 3.2.2024 it shipped   | On 32.2024 it shipped      | FIGURES_DIFFER",
            })
    void punctuation(String before, String after, String bound) {
        assertEquals(bound, exceeded(name(before), PUNCTUATION, after));
        assertEquals(bound, exceeded(reason(before), PUNCTUATION, after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "深圳市林巴赫     | Shenzen Limbach     | Shenzhen Limbach     | ''",
                "张氏机械         | Chang Machinery     | Zhang Machinery      | ''",
                "张氏机械         | Zhang Machinery     | Song Machinery       | ANOTHER_WORD",
                "Хабаровск        | Habarovsk Shipping  | Khabarovsk Shipping  | ''",
                "Александр Петров | Aleksandr Petrov    | Alexander Petroff    | ''",
                "Джапаров         | Dzhaparov Machinery | Japarov Machinery    | ''",
                "عبد الله للتجارة | Abdulla Trading     | Abdullah Trading     | ''",
                "محمد             | Mohammed House      | Muhammad House       | ''",
                "Евгений Орлов    | Yevgeny Orlov       | Evgeniy Orlov        | ''",
                "Евгений Орлов    | Evgeniy Orlov       | Yevgeny Orlov        | ''",
                "Юрий Цой         | Iouri Tsoi          | Yuri Tsoy            | ''",
                "Дюна             | Dune                | Dyune                | ''",
                "Дюна             | Dune                | Diana                | TOO_FAR",
                "Дюна             | Dune                | Done                 | NOT_OF_NATIVE_NAME",
                "Дюна             | Dune                | Tuna                 | ANOTHER_WORD",
                "Дом книги        | Trading House       | Treding House        | NOT_OF_NATIVE_NAME",
                "Северная звезда  | North Star          | South Star           | ANOTHER_WORD",
                "伊朗             | Iran Works          | Iraq Works           | ANOTHER_WORD",
                "Орлан            | Orlan               | Erlan                | ANOTHER_WORD",
                "Банк             | Bank                | Pank                 | ANOTHER_WORD",
                "习伟             | Xi Wei              | Xiao Wei             | TOO_FAR",
                "习伟             | Xi Wei              | Xu Wei               | TOO_FAR",
                "Орлан            | Orlan Trading       | Oriliane Trading     | TOO_FAR",
                "Орлан            | Orlan Trading       | Orlan Big Trading    | WORDS_DIFFER",
                "Орлан            | Orlan 7 Trading     | Orlan 8 Trading      | FIGURES_DIFFER",
                "Орлан            | Orlan Trading       | Орлан Trading        | NOT_LATIN",
                "                 | Orlan Trading       | Orlann Trading       | NO_NATIVE_NAME",
            })
    void transliteration(String original, String before, String after, String bound) {
        assertEquals(bound, exceeded(name(before, original), TRANSLITERATION, after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Lantern Rd, Kowloon              | 12 Lantern Road, Kowloon               | ''",
                "No. 18, Keji St., Bldg 5, Rm 1203   | Room 1203, Building 5, 18 Keji Street  | ''",
                "Lantern Road 12, Kowloon            | 12 Lantern Road, Kowloon               | ''",
                "P.O. Box 77, Dubai                  | PO Box 77, Dubai                       | ''",
                "Ataturk Cad 5, Antalya              | Atatürk Caddesi No: 5, Antalya         | ''",
                "12 Lantern Road, Kowloon            | 12 Lantern Lane, Kowloon               | OTHER_WORDS",
                "12 Lantern Road, Kowloon            | 12 Lantern Road, Hong Kong             | OTHER_WORDS",
                "12 Lantern Road, Kowloon            | 13 Lantern Road, Kowloon               | FIGURES_DIFFER",
                "1 2 Lantern Road, Kowloon           | 12 Lantern Road, Kowloon               | FIGURES_DIFFER",
                "Room 5, Building 12, Keji Road      | Room 12, Building 5, Keji Road         | FIGURE_MOVED",
                "Room 5 Building 12 Keji Road        | Room 12 Building 5 Keji Road           | FIGURE_MOVED",
                "12 Main Street, 34 Park Road        | 34 Main Street, 12 Park Road           | FIGURE_MOVED",
                "Keji Road, 5, Lane, 7               | Keji Road, 7, Lane, 5                  | FIGURE_MOVED",
                "Lenina ul. 12/5                     | Lenina ul. 5/12                        | FIGURES_DIFFER",
            })
    void address_form(String before, String after, String bound) {
        assertEquals(bound, exceeded(address(before, null), ADDRESS_FORM, after));
    }

    @Test
    void only_a_known_postcode_is_spaced_otherwise() {
        String before = "Lenina ul. 5, 101000 Moscow";
        String after = "101 000 Moscow, Lenina ul. 5";
        assertEquals(IN, exceeded(address(before, "101000"), ADDRESS_FORM, after));
        assertEquals("FIGURES_DIFFER", exceeded(address(before, null), ADDRESS_FORM, after));
        assertEquals(
                "FIGURES_DIFFER", exceeded(address(before, "101000"), ADDRESS_FORM, "101 001 Moscow, Lenina ul. 5"));
    }

    @Test
    void a_name_in_its_own_script_is_never_spelled_otherwise() {
        ProposalText text = text(Name.of(Name.Kind.LOCAL, "子午谷有限公司"), Address.of("x", "HK"), "It shipped.");
        CorrectableField own = CorrectableField.of(text).get(1);
        assertEquals("NATIVE_NAME", exceeded(own, TRANSLITERATION, "子午谷有限公斯"));
        assertEquals("NATIVE_NAME", exceeded(own, DIACRITICS, "子午谷有限公斯"));
        assertEquals("MORE_THAN_PUNCTUATION", exceeded(own, PUNCTUATION, "子午谷有限公斯"));
        assertEquals("MORE_THAN_PUNCTUATION", exceeded(name("Йод"), PUNCTUATION, "Иод"));
    }

    @Test
    void nothing_but_names_addresses_and_reasons_is_correctable() {
        Set<String> fields = CorrectableField.of(Drafts.text()).stream()
                .map(CorrectableField::field)
                .collect(Collectors.toSet());
        assertTrue(
                fields.stream()
                        .allMatch(field -> field.matches(
                                "/subject/names/\\d+/full|/subject/addresses/\\d+/asPrinted|/reasons/\\d+/text")),
                fields.toString());
        assertEquals("KIND_NOT_FOR_FIELD", exceeded(address("12 Road", null), PUNCTUATION, "12, Road"));
        assertEquals("KIND_NOT_FOR_FIELD", exceeded(reason("It shipped."), TRANSLITERATION, "It shiped."));
        assertEquals("KIND_NOT_FOR_FIELD", exceeded(name("Vale"), ADDRESS_FORM, "Vale."));
    }

    @Test
    void a_correction_touches_its_field_alone_and_its_hash_chains_both_texts() {
        ProposalText before = Drafts.text();
        String field = CorrectableField.of(before).getFirst().field();
        String name = before.subject().names().getFirst().full();
        List<Change> changes = List.of(new Change(field, PUNCTUATION, name, name + "."));
        ProposalText after = Rewording.apply(before, changes);
        assertEquals(name + ".", after.subject().names().getFirst().full());
        assertNotEquals(before.contentHash(), after.contentHash());
        assertEquals(before.exhibitSetHash(), after.exhibitSetHash());
        List<Change> back = List.of(new Change(field, PUNCTUATION, name + ".", name));
        assertEquals(before.contentHash(), Rewording.apply(after, back).contentHash());
        String link = Rewording.hash(before.subjectId(), 1, before.contentHash(), changes, after.contentHash());
        assertNotEquals(link, Rewording.hash(before.subjectId(), 1, "other", changes, after.contentHash()));
        assertNotEquals(link, Rewording.hash(before.subjectId(), 1, before.contentHash(), changes, "other"));
    }

    private static String exceeded(CorrectableField field, CorrectionKind kind, String after) {
        Bound bound = field.exceeded(kind, after);
        return bound == null ? IN : bound.name();
    }

    private static CorrectableField name(String full) {
        return name(full, null);
    }

    private static CorrectableField name(String full, String original) {
        Name name = Name.of(Name.Kind.AKA, full);
        List<Name> names = original == null ? List.of(name) : List.of(name, Name.of(Name.Kind.LOCAL, original));
        return CorrectableField.of(text(names, Address.of("x", "HK"), "x")).get(1);
    }

    private static CorrectableField address(String asPrinted, String postcode) {
        Address address = new Address(asPrinted, List.of(), null, null, postcode, null, "HK", null, false);
        return CorrectableField.of(text(Name.of(Name.Kind.AKA, "x"), address, "x"))
                .get(2);
    }

    private static CorrectableField reason(String paragraph) {
        return CorrectableField.of(text(Name.of(Name.Kind.AKA, "x"), Address.of("x", "HK"), paragraph))
                .get(3);
    }

    private static ProposalText text(Name name, Address address, String paragraph) {
        return text(List.of(name), address, paragraph);
    }

    private static ProposalText text(List<Name> more, Address address, String paragraph) {
        List<Name> names = new ArrayList<>(List.of(Name.of(Name.Kind.PRIMARY, "Meridian Vale Ltd")));
        names.addAll(more);
        SubjectText subject = new SubjectText(
                SubjectType.COMPANY, "HK", names, List.of(), List.of(address), List.of(), null, null, null, null);
        var reason = Drafts.reasons().getFirst();
        return Drafts.text(
                subject,
                "TRANSHIPMENT",
                List.of("IV-MIL-TECH"),
                List.of(new Paragraph(reason.type(), paragraph, reason.cites(), null, reason.selfSufficient())));
    }
}
