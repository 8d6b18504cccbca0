package dev.envelope.server.wire.form;

import dev.envelope.game.forms.FormKind;
import dev.envelope.proto.v1.FillForm;
import dev.envelope.proto.v1.GetForm;
import dev.envelope.server.request.Request;
import java.util.Optional;

/** From what a client asks about a page to a request. */
public final class FormRequests {

    private FormRequests() {}

    /**
     * What {@code get} asks.
     *
     * @throws IllegalArgumentException when it names no page
     */
    public static Request decode(long id, GetForm get) {
        return new Request.GetForm(
                id, known(FormCodec.decode(get.getForm()), "CONSENT, INSTRUCTIONS, COMPREHENSION or QUESTIONNAIRE"));
    }

    /**
     * What {@code fill} fills out.
     *
     * @throws IllegalArgumentException when it names no page that is filled out, or does not say whether it agrees
     */
    public static Request decode(long id, FillForm fill) {
        FormKind kind = known(
                FormCodec.decode(fill.getForm()).filter(named -> named != FormKind.INSTRUCTIONS),
                "CONSENT, COMPREHENSION or QUESTIONNAIRE");
        if (kind == FormKind.CONSENT && !fill.hasAgreed()) {
            throw new IllegalArgumentException("agreed: none (expected: true or false)");
        }
        return new Request.FillForm(
                id, kind, fill.getAgreed(), fill.getAttempt(), FormCodec.decode(fill.getAnswersList()));
    }

    private static FormKind known(Optional<FormKind> kind, String expected) {
        return kind.orElseThrow(() -> new IllegalArgumentException("form: none of these (expected: " + expected + ")"));
    }
}
