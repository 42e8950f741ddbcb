package lockstep.evidence.transfer;

/** On which personal data is to go to another legal order, as it was said: a ground's code, and why the share is needed. */
public record LegalBasis(String code, String necessity) {}
