package lockstep.listing.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lockstep.kit.testing.Databases;
import lockstep.listing.model.Step.Event;
import lockstep.listing.model.Step.Twist;

/** A history with one package of one proposal, told step by step. */
record Story(History history) {

    /** A package of one proposal that is ready for its first stage. */
    static Story ready(String programme, Instant start, Service service, Commands commands, Connection connection)
            throws SQLException {
        Procedure procedure = Procedures.all().stream()
                .filter(its -> its.code().equals(programme))
                .findFirst()
                .orElseThrow();
        Cast.appoint(procedure);
        Story its = new Story(new History(procedure, start, new Rows(Set.of()), service, commands, connection));
        String agency = procedure.proposers().getFirst();
        its.must(new Step(Event.DRAFT, its.who(agency, "analyst"), 1, List.of(), "ADD", null, Set.of()));
        its.must(its.step(Event.SUBMIT, its.who(agency, "submitter"), 1));
        its.must(its.step(Event.ACCEPT, its.office("chair"), 1));
        for (String endorser : procedure.endorsers()) {
            boolean needed = !endorser.equals(agency)
                    && its.history.model.world.proposal(1).status.equals("IN_REVIEW");
            if (needed) {
                its.must(its.step(Event.ENDORSE, its.who(endorser, "reviewer"), 1));
            }
        }
        its.must(its.step(Event.FIND_SUFFICIENT, its.office("legal"), 1));
        its.must(new Step(Event.FORM, its.office("chair"), 0, List.of(1), null, null, Set.of()));
        return its;
    }

    private void must(Step step) {
        Why refused = history.take(step);
        if (refused != null) {
            throw new AssertionError(step + " was refused as " + refused);
        }
    }

    private Step step(Event event, Person by, int on) {
        return new Step(event, by, on, List.of(), null, null, Set.of());
    }

    private Step step(Event event, Person by, Instant at, Twist... twists) {
        return new Step(event, by, 1, List.of(), null, at, Set.of(twists));
    }

    private Person who(String agency, String name) {
        return one(person -> person.agency().equals(agency) && person.account().endsWith("-" + name));
    }

    private Person office(String office) {
        return one(person -> person.offices().equals(Set.of(office)));
    }

    private Person seat(String seat) {
        return one(person -> seat.equals(person.seat()) && person.offices().isEmpty());
    }

    private Person one(Predicate<Person> which) {
        return history.model.world.people.stream().filter(which).findFirst().orElseThrow();
    }

    Why open(Instant deadline, Twist... twists) {
        return history.take(step(Event.OPEN_ROUND, office("chair"), deadline, twists));
    }

    Why vote(String seat, String choice) {
        return history.take(new Step(Event.VOTE, seat(seat), 1, List.of(), choice, null, Set.of()));
    }

    Why lift(String seat) {
        return history.take(step(Event.LIFT, seat(seat), 1));
    }

    Why move(Instant deadline) {
        return history.take(step(Event.MOVE_DEADLINE, office("chair"), deadline));
    }

    Why cancel() {
        return history.take(step(Event.CANCEL, office("chair"), 1));
    }

    Why escalate(String seat) {
        return history.take(step(Event.ESCALATE, seat(seat), 1));
    }

    Why schedule(Instant release) {
        return history.take(step(Event.SCHEDULE, office("publisher"), release));
    }

    /** The decision that was taken elsewhere, recorded by one person and confirmed by another. */
    void recorded() {
        List<Person> secretaries = history.model.world.people.stream()
                .filter(person -> person.offices().equals(Set.of("secretariat")))
                .toList();
        must(step(Event.RECORD, secretaries.get(0), 1));
        must(step(Event.CONFIRM_RECORD, secretaries.get(1), 1));
    }

    /** Its text in each language that its law asks for. */
    void inEachLanguage() {
        history.model.world.procedure.languages().forEach(language -> {
            must(new Step(Event.WRITE_LANGUAGE, office("publisher"), 1, List.of(), language, null, Set.of()));
            must(new Step(Event.CONFIRM_LANGUAGE, office("legal"), 1, List.of(), language, null, Set.of()));
        });
    }

    void clock(Instant at) {
        history.take(new Step(Event.CLOCK, null, 0, List.of(), null, at, Set.of()));
    }

    void jobs() {
        history.take(step(Event.JOBS, null, 0));
    }

    void clockAndJobs(Instant at) {
        clock(at);
        jobs();
    }

    Instant deadline() {
        return history.model.world.bundle(1).round.deadline;
    }

    String round() {
        return history.model.world.bundle(1).round.status;
    }

    String pack() {
        return history.model.world.bundle(1).status;
    }

    long votes(String choice) throws SQLException {
        return Databases.number(
                "select count(*) from vote where round_id = ? and superseded_at is null and choice = ?",
                history.round(1),
                choice);
    }
}
