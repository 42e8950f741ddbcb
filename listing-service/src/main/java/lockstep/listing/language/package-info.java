/** What a decided text says in the other languages that its law asks for: written by one person, confirmed by a lawyer. */
package lockstep.listing.language;
