package lockstep.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import lockstep.auth.Clearance;

/**
 * An account of the local profile, as {@code demo-accounts.yaml} lists it.
 *
 * @param roles realm roles
 * @param seats {@code PROGRAMME:SEAT}, to be given by appointment
 * @param alternate its seats are held as an alternate
 * @param offices {@code PROGRAMME:OFFICE}, to be given by appointment
 * @param covers programmes that an auditor's appointment covers
 */
public record DemoAccount(
        String account,
        String agency,
        Clearance clearance,
        List<String> roles,
        List<String> seats,
        boolean alternate,
        List<String> offices,
        List<String> covers) {

    public DemoAccount {
        roles = List.copyOf(roles);
        seats = seats == null ? List.of() : List.copyOf(seats);
        offices = offices == null ? List.of() : List.copyOf(offices);
        covers = covers == null ? List.of() : List.copyOf(covers);
    }

    /** All of them, in the file's order. */
    public static List<DemoAccount> all() {
        try (InputStream file = lockstep.auth.Agencies.class.getResourceAsStream("demo-accounts.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean is(String role) {
        return roles.contains(role);
    }
}
