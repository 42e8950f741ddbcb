/** What agencies note on proposals and packages, and whom they let read it. */
package lockstep.web.notes;
