package lockstep.listing.subject;

import java.math.BigInteger;

/** The arithmetic of check digits; every method expects a value whose form was checked before. */
final class CheckDigits {
    private static final String BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] INN10 = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN11 = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN12 = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] IMO = {7, 6, 5, 4, 3, 2};
    private static final int[] BIN_FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] BIN_SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    private static final int[] VIETNAM = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int[] THAI = {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2};

    private CheckDigits() {}

    private static int digit(String value, int index) {
        return value.charAt(index) - '0';
    }

    private static int weighted(String value, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(value, i) * weights[i];
        }
        return sum;
    }

    /** China, GB 32100-2015: weights 3^i mod 31. */
    static boolean uscc(String value) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += USCC.indexOf(value.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return (31 - sum % 31) % 31 == USCC.indexOf(value.charAt(17));
    }

    static boolean inn10(String value) {
        return weighted(value, INN10) % 11 % 10 == digit(value, 9);
    }

    static boolean inn12(String value) {
        return weighted(value, INN11) % 11 % 10 == digit(value, 10)
                && weighted(value, INN12) % 11 % 10 == digit(value, 11);
    }

    /** Russia: the number without its last digit, modulo 11 (OGRN) or 13 (OGRNIP), modulo 10. */
    static boolean ogrn(String value, int modulus) {
        int last = value.length() - 1;
        return Long.parseLong(value.substring(0, last)) % modulus % 10 == digit(value, last);
    }

    /** Kazakhstan: two passes; a number for which both give 10 is not issued. */
    static boolean bin(String value) {
        int check = weighted(value, BIN_FIRST) % 11;
        check = check == 10 ? weighted(value, BIN_SECOND) % 11 : check;
        return check == digit(value, 11);
    }

    /** Türkiye: tax number of ten digits (VKN). */
    static boolean vkn(String value) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int shifted = (digit(value, i) + 9 - i) % 10;
            sum += shifted == 9 ? 9 : (shifted << 9 - i) % 9;
        }
        return (10 - sum % 10) % 10 == digit(value, 9);
    }

    /** Türkiye: a citizen's number of eleven digits (TCKN). */
    static boolean tckn(String value) {
        int odd = 0;
        int even = 0;
        for (int i = 0; i < 9; i++) {
            odd += i % 2 == 0 ? digit(value, i) : 0;
            even += i % 2 == 1 ? digit(value, i) : 0;
        }
        int tenth = Math.floorMod(odd * 7 - even, 10);
        return tenth == digit(value, 9) && (odd + even + tenth) % 10 == digit(value, 10);
    }

    /** Türkiye, MERSIS: holds the owner's tax number, a company's after a leading zero. */
    static boolean mersis(String value) {
        return value.charAt(0) == '0' ? vkn(value.substring(1, 11)) : tckn(value.substring(0, 11));
    }

    /** ISO 17442 by ISO 7064 MOD 97-10. */
    static boolean lei(String value) {
        StringBuilder number = new StringBuilder();
        value.chars().forEach(letter -> number.append(BASE36.indexOf(letter)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    static boolean imo(String value) {
        return weighted(value, IMO) % 10 == digit(value, 6);
    }

    /** India: Luhn's method over 36 characters. */
    static boolean gstin(String value) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = BASE36.indexOf(value.charAt(i)) * (i % 2 + 1);
            sum += product / 36 + product % 36;
        }
        return (36 - sum % 36) % 36 == BASE36.indexOf(value.charAt(14));
    }

    static boolean vietnam(String value) {
        return 10 - weighted(value, VIETNAM) % 11 == digit(value, 9);
    }

    /** ISO 7064 MOD 11,10: Serbia's tax number (PIB), Germany's and Croatia's. */
    static boolean mod1110(String value) {
        int product = 10;
        for (int i = 0; i < value.length() - 1; i++) {
            int sum = (digit(value, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digit(value, value.length() - 1);
    }

    static boolean thai(String value) {
        return (11 - weighted(value, THAI) % 11) % 10 == digit(value, 12);
    }
}
