package lockstep.listing.notice.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.web.Pages;
import lockstep.listing.notice.MailSettings;
import lockstep.listing.notice.Mailboxes;
import lockstep.listing.notice.Notice;
import lockstep.listing.notice.NoticeQueries;
import org.jboss.resteasy.reactive.RestResponse;

/** What the person who asks was told of deadlines; mails say less than these. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NoticeResource {
    private final NoticeQueries queries;
    private final Mailboxes mailboxes;
    private final MailSettings settings;
    private final Acting acting;

    NoticeResource(NoticeQueries queries, Mailboxes mailboxes, MailSettings settings, Acting acting) {
        this.queries = queries;
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.acting = acting;
    }

    /**
     * Whether mails would reach the person who asks.
     *
     * @param server false: no mail server is configured, and notices show on the pages alone
     * @param address false: the account has no address
     */
    record Mailing(boolean server, boolean address) {}

    @GET
    @RolesAllowed("**")
    public RestResponse<Page<Notice>> notices(
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        List<Notice> found = queries.of(acting.actor(), cursor, limit);
        return Pages.answer(asked, Page.of(found, limit, its -> Cursor.of(its.createdAt(), its.id())));
    }

    @GET
    @Path("/mailing")
    @RolesAllowed("**")
    public Mailing mailing() {
        return new Mailing(settings.host().isPresent(), mailboxes.addressKnown(acting.actor()));
    }

    /** The accounts of the administrator's own agency that no mail reached, for want of an address, in time or at all. */
    @GET
    @Path("/not-mailed")
    @RolesAllowed("admin")
    public Page<NoticeQueries.NotMailed> notMailed() {
        return new Page<>(queries.notMailed(), null);
    }
}
