package lockstep.web.layout;

import java.util.List;

/** One row of a repeated part of a form. */
public record FormRow(Form form, String name, int number) {

    public Field field(String part) {
        return form.field(name + "." + part);
    }

    /** See {@link Form#rest}. */
    public List<Kept> rest(String... shown) {
        return form.restOf(name, shown);
    }

    public boolean has(String part) {
        return form.has(name + "." + part);
    }

    /** The row's own place, for errors on the whole of it. */
    public Field field() {
        return form.field(name);
    }

    public List<FormRow> rows(String part, int least) {
        return form.rows(name + "." + part, least);
    }
}
