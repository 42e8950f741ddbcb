/** What every page shares: its frame, languages, markings, forms with their errors, and the pages for what goes wrong. */
package lockstep.web.layout;
