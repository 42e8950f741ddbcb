/** Content looked at on pages, which are made of it in a process of their own: a reader's browser never gets the file. */
package lockstep.evidence.viewing;
