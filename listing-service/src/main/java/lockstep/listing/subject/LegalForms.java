package lockstep.listing.subject;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that say what a body is and not which one; they are left out where names are compared. */
final class LegalForms {
    /** Written without spaces between words, so they are cut from the text before it is split. */
    static final List<String> EAST_ASIAN =
            List.of("有限责任公司", "股份有限公司", "有限公司", "有限責任公司", "集团公司", "集團公司", "公司", "株式会社", "有限会社", "合同会社", "주식회사", "유한회사");

    private static final List<String> PHRASES = List.of(
            "общество с ограниченной ответственностью",
            "публичное акционерное общество",
            "открытое акционерное общество",
            "закрытое акционерное общество",
            "непубличное акционерное общество",
            "акционерное общество",
            "федеральное государственное унитарное предприятие",
            "федеральное государственное бюджетное учреждение",
            "товарищество с ограниченной ответственностью",
            "жауапкершілігі шектеулі серіктестігі",
            "жоопкерчилиги чектелген коому",
            "индивидуальный предприниматель",
            "limited liability company",
            "limited liability partnership",
            "public joint stock company",
            "open joint stock company",
            "closed joint stock company",
            "joint stock company",
            "limited sirketi",
            "anonim sirketi",
            "شركة ذات مسؤولية محدودة",
            "private limited",
            "co ltd",
            "sdn bhd",
            "ag & co kg");

    private static final String WORDS = "ооо оао зао пао ао ано фгуп фгбу фгау ип тоо осоо нпо гуп мчж чп тов ат пат "
            + "жшс ақ ltd limited llc lllp llp lp inc incorporated corp corporation co company plc gmbh ag kg ohg sa sas "
            + "sarl srl spa bv nv ab as oy oyj aps doo dd ad pao oao zao ooo ao jsc pjsc ojsc cjsc pte pty pvt fze fzco "
            + "fzc dmcc fz fzllc sti as anonim sirketi limitet tic san ve the kft zrt sro sp zoo";

    private static final Set<List<String>> FOLDED_PHRASES =
            PHRASES.stream().map(LatinWords::of).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> FOLDED_WORDS = Stream.of(WORDS.split(" "))
            .flatMap(word -> LatinWords.of(word).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Words of so many names that a name made of them alone tells nothing. */
    private static final String COMMON = "research production scientific association enterprise institute state "
            + "machine building design bureau center centre plant factory works and of for the named after experimental "
            + "united shipbuilding aircraft aviation corporation group holding trading trade house technology "
            + "technologies national university ship repair shipyard hong kong hongkong xianggang xiang gang "
            + "industrial industry industries international научно исследовательский институт производственное "
            + "объединение предприятие завод центр конструкторское бюро государственный государственное торговый дом "
            + "научный научное научно-исследовательский национальный университет имени федеральный филиал корпорация "
            + "объединенная авиастроительная и им";

    private static final Set<String> FOLDED_COMMON = Stream.of(COMMON.split(" "))
            .flatMap(word -> LatinWords.of(word).stream())
            .collect(Collectors.toUnmodifiableSet());

    private LegalForms() {}

    static boolean common(String folded) {
        return FOLDED_COMMON.contains(folded);
    }

    static boolean word(String folded) {
        return FOLDED_WORDS.contains(folded);
    }

    /** How many tokens from {@code at} on are one legal form; 0 if none. */
    static int lengthAt(List<String> tokens, int at) {
        int longest = word(tokens.get(at)) ? 1 : 0;
        for (List<String> phrase : FOLDED_PHRASES) {
            int end = at + phrase.size();
            if (phrase.size() > longest
                    && end <= tokens.size()
                    && tokens.subList(at, end).equals(phrase)) {
                longest = phrase.size();
            }
        }
        return longest;
    }
}
