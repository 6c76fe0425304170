package org.sibyl.gui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** An animated GIF that repeats for ever. */
final class Animation implements AutoCloseable {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  /** Hundredths of a second for each frame. */
  private static final String DELAY = "12";

  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
  private final ImageOutputStream file;

  /** Begins a file. */
  Animation(Path path) throws IOException {
    Files.deleteIfExists(path);
    file = ImageIO.createImageOutputStream(path.toFile());
    if (file == null) {
      throw new IOException(path + " cannot be written");
    }
    writer.setOutput(file);
    writer.prepareWriteSequence(null);
  }

  /** Adds a frame. */
  void add(BufferedImage frame) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    control(node(root, "GraphicControlExtension"));
    node(root, "ApplicationExtensions").appendChild(repetition());
    metadata.setFromTree(FORMAT, root);
    writer.writeToSequence(new IIOImage(frame, null, metadata), null);
  }

  private static void control(IIOMetadataNode node) {
    node.setAttribute("disposalMethod", "none");
    node.setAttribute("userInputFlag", "FALSE");
    node.setAttribute("transparentColorFlag", "FALSE");
    node.setAttribute("delayTime", DELAY);
    node.setAttribute("transparentColorIndex", "0");
  }

  /** The extension of Netscape's that every viewer knows; the last two bytes say "for ever". */
  private static IIOMetadataNode repetition() {
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(new byte[] {1, 0, 0});
    return extension;
  }

  private static IIOMetadataNode node(IIOMetadataNode root, String name) {
    for (int k = 0; k < root.getLength(); k++) {
      if (root.item(k).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(k);
      }
    }
    IIOMetadataNode node = new IIOMetadataNode(name);
    root.appendChild(node);
    return node;
  }

  @Override
  public void close() throws IOException {
    writer.endWriteSequence();
    file.close();
    writer.dispose();
  }
}
