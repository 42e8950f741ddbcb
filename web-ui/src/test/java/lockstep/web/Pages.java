package lockstep.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages as a browser gets them, and forms as it sends them. */
final class Pages {
    static final String ID = "00000000-0000-4000-8000-000000000001";

    private Pages() {}

    static String page(String path, String language) {
        Response answer = given().urlEncodingEnabled(false)
                .header("Accept-Language", language)
                .get(path.replace("ID", ID));
        assertEquals(200, answer.statusCode(), path + "\n" + answer.asString());
        assertTrue(answer.contentType().startsWith("text/html"));
        return answer.asString();
    }

    /** Posts as the browser would: with the token that the page before it carried. */
    static Response sent(String path, String... fields) {
        return sentWith(null, path, fields);
    }

    /** With a cookie that an earlier answer has set; null for none. */
    static Response sentWith(Cookie cookie, String path, String... fields) {
        Response before = given().get("/me");
        Matcher token =
                Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"").matcher(before.asString());
        assertTrue(token.find());
        var request =
                given().redirects().follow(false).cookies(before.cookies()).formParam("csrf-token", token.group(1));
        if (cookie != null) {
            request.cookie(cookie);
        }
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path);
    }

    static int count(String html, String what) {
        return html.split(Pattern.quote(what), -1).length - 1;
    }
}
