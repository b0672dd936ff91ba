"""Reports: ReportLab sheets, archive PDF, Excel, payment files."""
