package lockstep.web.services;

import java.time.Instant;

/** An account of the administrator's agency that mails did not reach, {@code notices} times. */
public record NotMailedRow(String account, String mail, long notices, Instant lastAt, String failure) {}
