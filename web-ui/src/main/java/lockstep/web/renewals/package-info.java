/** The renewal of a whole list: what is in force until one day, and the sheet of each entry. */
package lockstep.web.renewals;
