package org.sibyl.gui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import sim.portrayal.Inspector;

/** All that is known of one individual, as a table that follows the rounds. */
final class IndividualInspector extends Inspector {
  private static final long serialVersionUID = 1;

  private final transient Laboratory laboratory;
  private final int individual;
  private transient List<Biography.Line> lines = List.of();
  private final Lines model = new Lines();

  /** The lines as Swing wants them. */
  private final class Lines extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    @Override
    public int getRowCount() {
      return lines.size();
    }

    @Override
    public int getColumnCount() {
      return 2;
    }

    @Override
    public String getColumnName(int column) {
      return column == 0 ? "what" : "value";
    }

    @Override
    public Object getValueAt(int row, int column) {
      return column == 0 ? lines.get(row).what() : lines.get(row).value();
    }
  }

  IndividualInspector(Laboratory laboratory, int individual) {
    this.laboratory = laboratory;
    this.individual = individual;
    setVolatile(true);
    setLayout(new BorderLayout());
    setTitle("individual " + individual);
    JLabel title = new JLabel(" individual " + individual);
    title.setFont(Palette.font(Font.BOLD, 14));
    add(title, BorderLayout.NORTH);
    JTable table = new JTable(model);
    table.setRowHeight(20);
    table.getColumnModel().getColumn(0).setPreferredWidth(250);
    table.getColumnModel().getColumn(1).setPreferredWidth(130);
    JScrollPane scroll = new JScrollPane(table);
    scroll.setPreferredSize(new Dimension(380, 320));
    add(scroll, BorderLayout.CENTER);
    updateInspector();
  }

  /** What it shows. */
  List<Biography.Line> lines() {
    return lines;
  }

  @Override
  public void updateInspector() {
    lines = new Biography(laboratory.scenario().scenario(), laboratory.simulation()).of(individual);
    model.fireTableDataChanged();
  }
}
