/** Cases of efficient mechanisms, public projects, partnerships and licences. */
@NullMarked
package dev.envelope.lab.reference.efficient;

import org.jspecify.annotations.NullMarked;
