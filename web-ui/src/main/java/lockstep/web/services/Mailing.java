package lockstep.web.services;

/** Whether mails reach the reader: {@code server} false, none are sent at all; {@code address} false, the account has none. */
public record Mailing(boolean server, boolean address) {}
