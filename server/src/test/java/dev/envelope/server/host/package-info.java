/** Tests of sessions through their front desk, with fake connections, a journal that can fail, and virtual time. */
@NullMarked
package dev.envelope.server.host;

import org.jspecify.annotations.NullMarked;
