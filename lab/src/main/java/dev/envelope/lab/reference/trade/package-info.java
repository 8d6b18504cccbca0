/** Cases of trade: one buyer and one seller, and call markets of many, given and in equilibrium. */
@NullMarked
package dev.envelope.lab.reference.trade;

import org.jspecify.annotations.NullMarked;
