/** Exhibits of a case: the list, the upload, one exhibit with its versions and custody, its bytes. */
package lockstep.web.exhibits;
