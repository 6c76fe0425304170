package org.sibyl.gui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.Locale;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.sibyl.network.NetworkLayout;

/** The choices below the network: what fills the discs, the arrangement, snapshot, movie. */
final class NetworkBar extends JPanel {
  private static final long serialVersionUID = 1;

  private final transient Stage stage;
  private final JComboBox<Variable> fills = new JComboBox<>();
  private final JToggleButton record = new JToggleButton("Record");
  private final JLabel said = new JLabel();
  private boolean offering;

  /** What its buttons do; each answers with what to say about it. */
  interface Actions {
    /** Saves a picture. */
    String snapshot();

    /** Begins a movie. */
    String record();

    /** Ends the movie. */
    String stop();
  }

  NetworkBar(Stage stage, Runnable repaint, Actions actions) {
    super(new BorderLayout());
    this.stage = stage;
    JPanel choices = new JPanel(new FlowLayout(FlowLayout.LEFT, 8, 4));
    add(choices, BorderLayout.WEST);
    add(said, BorderLayout.CENTER); // which shortens what it says when there is little room
    said.setForeground(Palette.MUTED);
    choices.add(new JLabel("Fill"));
    fills.addActionListener(
        event -> {
          if (!offering && fills.getSelectedItem() instanceof Variable chosen) {
            stage.fillWith(chosen);
            repaint.run();
          }
        });
    choices.add(fills);
    choices.add(new JLabel("Layout"));
    choices.add(layouts(repaint));
    JButton snapshot = new JButton("Snapshot");
    snapshot.addActionListener(event -> say(actions.snapshot()));
    choices.add(snapshot);
    record.addActionListener(event -> say(record.isSelected() ? actions.record() : actions.stop()));
    choices.add(record);
  }

  private void say(String text) {
    said.setText(text);
    said.setToolTipText(text);
  }

  private JComboBox<String> layouts(Runnable repaint) {
    JComboBox<String> layouts = new JComboBox<>();
    for (NetworkLayout layout : NetworkLayout.values()) {
      layouts.addItem(layout.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    layouts.addActionListener(
        event -> {
          stage.arrange(NetworkLayout.values()[layouts.getSelectedIndex()]);
          repaint.run();
        });
    return layouts;
  }

  /** Offers what the stage can show now. */
  void offer() {
    offering = true;
    fills.setModel(new DefaultComboBoxModel<>(stage.fills().toArray(Variable[]::new)));
    fills.setSelectedItem(stage.fill());
    offering = false;
  }
}
