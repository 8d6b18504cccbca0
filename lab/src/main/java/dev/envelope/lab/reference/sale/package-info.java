/** Cases of auctions of one object and of what a seller can earn: equilibria, reserves, ironing, offers and posted prices. */
@NullMarked
package dev.envelope.lab.reference.sale;

import org.jspecify.annotations.NullMarked;
