package lockstep.web.layout;

import io.quarkus.qute.TemplateGlobal;

/** What every template may name without being given it. */
@TemplateGlobal
final class Globals {

    private Globals() {}

    static Ui ui() {
        return Ui.current();
    }
}
