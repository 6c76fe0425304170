package org.sibyl.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.Scrollable;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableCellRenderer;
import org.sibyl.scenario.ScenarioValue;
import sim.portrayal.Inspector;

/**
 * Every value of the scenario, editable. An edit never changes a running scenario: whoever takes it
 * makes a copy, or says what is wrong with it, and then the old value stays.
 */
final class ScenarioTable extends Inspector implements Scrollable {
  private static final long serialVersionUID = 1;
  private static final int VALUE = 1;

  /** Takes edits. */
  @FunctionalInterface
  interface Editor {
    /** Takes a value for a path; the answer is what is wrong with it, or empty. */
    String edit(String path, String yaml);
  }

  private final transient Laboratory laboratory;
  private final transient Editor editor;
  private transient List<ScenarioValue> values = List.of();
  private final Rows rows = new Rows();
  private final JTextArea message = new JTextArea();

  /** The values as Swing wants them. */
  private final class Rows extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    @Override
    public int getRowCount() {
      return values.size();
    }

    @Override
    public int getColumnCount() {
      return 3;
    }

    @Override
    public String getColumnName(int column) {
      return List.of("path", "value", "meaning").get(column);
    }

    @Override
    public boolean isCellEditable(int row, int column) {
      return column == VALUE;
    }

    @Override
    public Object getValueAt(int row, int column) {
      ScenarioValue value = values.get(row);
      return column == 0 ? value.path() : column == VALUE ? value.yaml() : value.meaning();
    }

    @Override
    public void setValueAt(Object given, int row, int column) {
      edit(values.get(row), given.toString().strip());
    }
  }

  ScenarioTable(Laboratory laboratory, Editor editor) {
    this.laboratory = laboratory;
    this.editor = editor;
    setLayout(new BorderLayout());
    JTable table =
        new JTable(rows) {
          private static final long serialVersionUID = 1;

          @Override
          public Component prepareRenderer(TableCellRenderer renderer, int row, int column) {
            Component cell = super.prepareRenderer(renderer, row, column);
            boolean heading = values.get(row).isSection() && column == 0;
            cell.setFont(getFont().deriveFont(heading ? Font.BOLD : Font.PLAIN));
            if (cell instanceof JComponent tipped) {
              tipped.setToolTipText(String.valueOf(getValueAt(row, column)));
            }
            return cell;
          }
        };
    table.setRowHeight(20);
    table.putClientProperty("terminateEditOnFocusLost", true);
    table.getColumnModel().getColumn(0).setPreferredWidth(175);
    table.getColumnModel().getColumn(VALUE).setPreferredWidth(130);
    table.getColumnModel().getColumn(2).setPreferredWidth(270);
    JScrollPane scroll = new JScrollPane(table);
    scroll.setPreferredSize(new Dimension(460, 360));
    add(scroll, BorderLayout.CENTER);
    message.setEditable(false);
    message.setLineWrap(true);
    message.setWrapStyleWord(true);
    message.setRows(3);
    message.setOpaque(false);
    add(message, BorderLayout.SOUTH);
    say("Edit a value and press Enter: the scenario is copied and starts again.", true);
    updateInspector();
  }

  /** Puts a value in a row's place, as typing it does. */
  void edit(ScenarioValue value, String yaml) {
    if (yaml.equals(value.yaml())) {
      return;
    }
    String wrong = editor.edit(value.path(), yaml);
    say(wrong.isEmpty() ? value.path() + " is now " + yaml : wrong, wrong.isEmpty());
    updateInspector();
  }

  private void say(String text, boolean good) {
    message.setForeground(good ? Palette.MUTED : Palette.ZERO);
    message.setText(text);
  }

  /** What it last said. */
  String message() {
    return message.getText();
  }

  /** The values it shows. */
  List<ScenarioValue> values() {
    return values;
  }

  /** MASON puts it in a scroll pane; the table inside scrolls already. */
  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return true;
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return 16;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return 160;
  }

  @Override
  public void updateInspector() {
    values = laboratory.scenario().values();
    rows.fireTableDataChanged();
  }
}
