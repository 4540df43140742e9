/** Rep-weeks and evidence go in, heatmaps with every cell come out. */
package talktrack.api.heatmap;
