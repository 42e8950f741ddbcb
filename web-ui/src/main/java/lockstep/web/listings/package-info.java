/** What is published: the list, and one listing with the row that its authority prints. */
package lockstep.web.listings;
