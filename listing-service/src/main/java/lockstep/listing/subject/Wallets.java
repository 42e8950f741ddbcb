package lockstep.listing.subject;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Forms of crypto-asset addresses: Bitcoin and Tron (base 58, with a checksum), Bitcoin's bech32, Ethereum's. */
final class Wallets {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final Pattern BASE58_CHECK = Pattern.compile("[13T][" + BASE58 + "]{24,34}");
    private static final Pattern FORM_ONLY =
            Pattern.compile("0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{11,71}|[A-Za-z0-9:]{26,110}");

    private Wallets() {}

    static CheckResult check(String address) {
        if (BASE58_CHECK.matcher(address).matches()) {
            return CheckResult.checkDigit(checksumHolds(address));
        }
        return FORM_ONLY.matcher(address).matches() ? CheckResult.FORM_ONLY : CheckResult.WRONG_FORM;
    }

    /** 21 bytes and the first four bytes of the SHA-256 of their SHA-256. */
    private static boolean checksumHolds(String address) {
        BigInteger number = BigInteger.ZERO;
        for (char symbol : address.toCharArray()) {
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(BASE58.indexOf(symbol)));
        }
        byte[] bytes = number.toByteArray();
        if (bytes.length > 26 || (bytes.length == 26 && bytes[0] != 0)) {
            return false;
        }
        byte[] all = new byte[25];
        int from = bytes.length == 26 ? 1 : 0;
        System.arraycopy(bytes, from, all, 25 - (bytes.length - from), bytes.length - from);
        byte[] sum = sha256(sha256(Arrays.copyOf(all, 21)));
        return Arrays.equals(Arrays.copyOf(sum, 4), Arrays.copyOfRange(all, 21, 25));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
