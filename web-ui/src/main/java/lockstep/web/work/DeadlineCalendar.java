package lockstep.web.work;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lockstep.web.layout.Messages;
import lockstep.web.services.InboxItem;

/** What waits, as a calendar (RFC 5545). It leaves Lockstep, so each event says what kind of thing waits, and when. */
final class DeadlineCalendar {
    private DeadlineCalendar() {}

    static String of(List<InboxItem> items, String pages, Locale language) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Lockstep//Deadlines//EN");
        items.stream()
                .filter(item -> item.due() != null)
                .map(item -> event(item, pages, language))
                .forEach(calendar::addEvent);
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(InboxItem item, String pages, Locale language) {
        VEvent event = new VEvent();
        event.setUid(uid(item) + "@lockstep");
        event.setDateStart(Date.from(item.due()), true);
        event.setSummary("Lockstep: " + Messages.text(language, "inbox." + item.kind()));
        event.setClassification(Classification.private_());
        event.setUrl(pages);
        return event;
    }

    /** The same for the same thing in each download, so that a calendar moves what has moved; the id itself isn't told. */
    private static UUID uid(InboxItem item) {
        String thing =
                item.kind() + item.roundId() + item.packageId() + item.proposalId() + item.caseId() + item.embargoId()
                        + (item.releaseId() == null ? "" : item.releaseId());
        return UUID.nameUUIDFromBytes(thing.getBytes(StandardCharsets.UTF_8));
    }
}
