/** How evidence is stored: keys, and whether what lies there is whole. */
package lockstep.web.storage;
