package talktrack.ingest.diarize;

/** The discrete Fourier transform of a fixed size, a power of two: radix 2, in place. */
final class Fourier {

    private final int size;
    private final double[] cosine;
    private final double[] sine;

    Fourier(int size) {
        this.size = size;
        cosine = new double[size / 2];
        sine = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / size);
            sine[i] = -Math.sin(2 * Math.PI * i / size);
        }
    }

    void transform(double[] real, double[] imaginary) {
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int half = 1; half < size; half <<= 1) {
            int step = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int low = start + i;
                    int high = low + half;
                    double c = cosine[i * step];
                    double s = sine[i * step];
                    double turnedReal = real[high] * c - imaginary[high] * s;
                    double turnedImaginary = real[high] * s + imaginary[high] * c;
                    real[high] = real[low] - turnedReal;
                    imaginary[high] = imaginary[low] - turnedImaginary;
                    real[low] += turnedReal;
                    imaginary[low] += turnedImaginary;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
