/** What must stay as it is in the contract. */
@NullMarked
package dev.envelope.proto.v1;

import org.jspecify.annotations.NullMarked;
