package org.copse.server.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.util.Map;

/** An address as a code for a telephone's camera: black squares on white, whatever the sheet's colours. */
final class Code {
    private static final int QUIET_SQUARES = 2;

    private Code() {}

    /** Returns the code as an image of lines and areas, {@code side} points wide and high. */
    static Image of(String address, float side, PdfWriter writer) {
        BitMatrix squares = squares(address);
        PdfTemplate template = writer.getDirectContent().createTemplate(side, side);
        float each = side / squares.getWidth();
        template.setColorFill(Color.WHITE);
        template.rectangle(0, 0, side, side);
        template.fill();
        template.setColorFill(Color.BLACK);
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    template.rectangle(x * each, side - (y + 1) * each, each, each);
                }
            }
        }
        template.fill();
        return Image.getInstance(template);
    }

    private static BitMatrix squares(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_SQUARES,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no code holds an address of " + address.length() + " characters", e);
        }
    }
}
