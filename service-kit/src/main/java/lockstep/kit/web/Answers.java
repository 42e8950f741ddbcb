package lockstep.kit.web;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers of commands and reads: what was made has an address, what can be changed has its version as entity tag. */
public final class Answers {
    private Answers() {}

    /** 201 with the address of what was made, a path below the host. */
    public static <T> RestResponse<T> created(String address, T made) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create(address))
                .build();
    }

    public static <T> RestResponse<T> created(String address, T made, long version) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create(address))
                .tag(Preconditions.etag(version))
                .build();
    }

    /** 200 with the version that a change of it must name in If-Match. */
    public static <T> RestResponse<T> current(T view, long version) {
        return RestResponse.ResponseBuilder.ok(view)
                .tag(Preconditions.etag(version))
                .build();
    }
}
