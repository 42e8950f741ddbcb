/** The auditor's pages: who did what, in which seat, on which revision and exhibit versions, from both services' journals. */
package lockstep.web.history;
