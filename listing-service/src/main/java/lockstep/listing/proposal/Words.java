package lockstep.listing.proposal;

import lockstep.listing.proposal.ProposalRefused.Reason;

/** What each refusal says to a person, in one sentence; pages translate by the reason, not by this text. */
final class Words {
    private Words() {}

    static String of(Reason reason) {
        return switch (reason) {
            case UNKNOWN_PROPOSAL -> "No such proposal.";
            case UNKNOWN_PROGRAMME -> "No programme has this code.";
            case UNKNOWN_SUBJECT -> "No such subject in this case.";
            case PROGRAMME_NOT_OPEN_TO_AGENCY -> "Your agency can't propose in this programme.";
            case NOT_IN_THIS_STATUS -> "Not possible in the proposal's present status.";
            case NOT_PROPOSING_AGENCY -> "Only the proposing agency can do this.";
            case NO_OFFICE -> "You hold no office of this programme that can do this.";
            case STALE_REVISION -> "Another revision stands now.";
            case SUBJECT_CHANGED -> "The subject was changed after this revision was written: save the draft anew.";
            case INCOMPLETE -> "Something that submission needs is missing.";
            case EVIDENCE_TOO_THIN -> "The evidence doesn't reach the programme's minimum.";
            case NOT_OPEN_TO_REVIEW -> "An office of review could not read all of this.";
            case NEW_REVISION_OR_REPLY_NEEDED -> "After a return, submit a new revision or reply to the code.";
            case DUPLICATES_NOT_JUDGED -> "Judge each possible duplicate first.";
            case DUPLICATE_OF_OPEN_PROPOSAL -> "An open proposal for the same subject, programme and kind exists.";
            case FOUR_EYES -> "You have put a hand to this revision already: another person must do this.";
            case RECUSED -> "You are recused from this case.";
            case ALREADY_ENDORSED -> "Your agency has endorsed this revision.";
            case ENDORSEMENT_NOT_OF_THIS_AGENCY -> "The programme asks another agency's endorsement.";
            case NO_CONSULTATION_ASKED -> "The programme asks no consultation of this agency.";
            case OPINION_INCOMPLETE ->
                "The opinion must name standard of proof, criterion, proportionality and disclosability.";
            case UNKNOWN_CODE -> "No such code.";
            case ALREADY_LAW -> "The act is law: only an amendment, a removal or a formal correction changes it.";
            case TAKEN_UP_ALREADY -> "It was taken up again already: go on with the newer one.";
            case IN_THE_PAST -> "The date lies in the past.";
            case NOT_YET -> "The date lies in the future.";
            case SUBJECT_UNDER_REVIEW -> "A proposal on this subject is under review: have it returned first.";
            case MATERIAL_CHANGE_UNCONFIRMED ->
                "Proposals that were decided on this text would go back: confirm the change.";
            case NOT_THE_OWNER -> "Only whoever gave it can let others read it.";
            case NOTHING_TO_WIDEN -> "There is nothing here that others may not read.";
            case NO_OTHER_LANGUAGE -> "It prints no row, so no other language is asked for.";
            case LANGUAGE_NOT_ASKED -> "The programme doesn't ask for this language.";
            case PARAGRAPHS_DIFFER -> "Give one paragraph for each paragraph of the reasons.";
            case NOTHING_TO_RENEW -> "It isn't in force any more, or its list has no term.";
            case NO_PART_IN_THE_CASE -> "Your agency takes no part in the case that this comes from.";
            case CONFIRMED_BY_ANOTHER -> "A proposal to confirm this listing is under way: the listing names it.";
            case LISTING_OF_ANOTHER_SUBJECT -> "That listing is of another subject than the proposal's.";
            case ANOTHER_MATTER -> "A draft keeps its programme, kind and target. For others, draft another proposal.";
            case NOTHING_TO_CONFIRM -> "There is no version here that waits to be confirmed.";
        };
    }
}
