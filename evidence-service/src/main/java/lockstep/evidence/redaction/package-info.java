/** Redacted copies: exhibits that stand for others of which something was taken out, and whether it is really gone. */
package lockstep.evidence.redaction;
