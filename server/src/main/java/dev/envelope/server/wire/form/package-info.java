/**
 * What people fill out, to protobuf and back. Start at {@link dev.envelope.server.wire.form.FormCodec}; the journal uses the same
 * form of answers.
 */
@NullMarked
package dev.envelope.server.wire.form;

import org.jspecify.annotations.NullMarked;
