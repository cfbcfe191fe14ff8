package io.remit.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeBlock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font of the class path, made ready to print a document whose Chinese text can be searched and copied.
 *
 * <p>A Chinese font has one shape for a word such as U+5C0F and for the radical that looks like it, U+2F29. PDFBox
 * notes the first of the two as what the shape means, which is the radical: who searches the document for a name would
 * not find it. Here the word comes first.
 */
final class PrintFont {

  private PrintFont() {
  }

  /**
   * @param document the document to print, which takes care of closing the font
   * @param file a TrueType font on the class path
   */
  static PDFont load(PDDocument document, String file) {
    try (InputStream content = PrintFont.class.getResourceAsStream(file)) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(content));
      document.registerTrueTypeFontForClosing(font);
      font.getCmap().setCmaps(
          Arrays.stream(font.getCmap().getCmaps()).map(WordsBeforeRadicals::new).toArray(CmapSubtable[]::new));
      return PDType0Font.load(document, font, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not load the font " + file, e);
    }
  }

  private static final class WordsBeforeRadicals extends CmapSubtable {

    private static final Set<UnicodeBlock> RADICALS =
        Set.of(UnicodeBlock.KANGXI_RADICALS, UnicodeBlock.CJK_RADICALS_SUPPLEMENT);

    private final CmapSubtable original;

    WordsBeforeRadicals(CmapSubtable original) {
      this.original = original;
      setPlatformId(original.getPlatformId());
      setPlatformEncodingId(original.getPlatformEncodingId());
    }

    @Override
    public int getGlyphId(int character) {
      return original.getGlyphId(character);
    }

    @Override
    public List<Integer> getCharCodes(int glyph) {
      List<Integer> characters = original.getCharCodes(glyph);
      if (characters == null || characters.size() < 2) {
        return characters;
      }
      return characters.stream().sorted(Comparator.comparing(WordsBeforeRadicals::isRadical)).toList();
    }

    private static boolean isRadical(int character) {
      return RADICALS.contains(UnicodeBlock.of(character));
    }
  }
}
