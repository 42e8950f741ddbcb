/** A person's notices, and for an administrator the accounts that no mail reaches. */
package lockstep.listing.notice.web;
