REM LibreOffice as the judge of KiemTra: opens a workbook, types values into its cells one report after another, recalculates,
REM and writes down the lines that show a message. Commands come from a text file, one a line, fields apart by tabs:
REM   open URL | number SHEET CELL 12.5 | text SHEET CELL TEXT | error SHEET CELL | blank SHEET CELL | read | close
REM "\n" in a text is a line break. `read` answers RULE NAME SEVERITY MESSAGE PLACE EXPLAINED a line, then the summary, then `end`.
REM The files are named by JUDGE_COMMANDS and JUDGE_ANSWERS, as URLs.
Sub Judge
  Dim fileAccess, commands, answers, doc, parts, cell, entry As String
  On Error GoTo Failed
  fileAccess = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  commands = createUnoService("com.sun.star.io.TextInputStream")
  commands.setInputStream(fileAccess.openFileRead(Environ("JUDGE_COMMANDS")))
  commands.setEncoding("UTF-8")
  answers = createUnoService("com.sun.star.io.TextOutputStream")
  answers.setOutputStream(fileAccess.openFileWrite(Environ("JUDGE_ANSWERS")))
  answers.setEncoding("UTF-8")
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Do While Not commands.isEOF()
    entry = commands.readLine()
    If entry <> "" Then
      parts = Split(entry, Chr(9))
      Select Case parts(0)
        Case "open"
          doc = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, hidden())
        Case "close"
          doc.close(True)
        Case "read"
          doc.calculateAll()
          Report(doc, answers)
        Case Else
          cell = doc.Sheets.getByName(parts(1)).getCellRangeByName(parts(2))
          Select Case parts(0)
            Case "number"
              cell.setValue(Val(parts(3)))
            Case "text"
              cell.setString(Join(Split(parts(3), "\n"), Chr(10)))
            Case "error"
              cell.setFormula("=NA()")
            Case "blank"
              cell.clearContents(1 + 2 + 4 + 16)
          End Select
      End Select
    End If
  Loop
  answers.closeOutput()
  StarDesktop.terminate()
  Exit Sub
Failed:
  answers.writeString("failed" & Chr(9) & Error$ & " at: " & entry & Chr(10))
  answers.closeOutput()
  StarDesktop.terminate()
End Sub

Sub Report(doc, answers)
  Dim sheet, cursor, rows, row, i As Long
  sheet = doc.Sheets.getByName("KiemTra")
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  rows = sheet.getCellRangeByPosition(0, 0, 5, cursor.RangeAddress.EndRow).getDataArray()
  For i = 0 To UBound(rows)
    row = rows(i)
    If Left(CStr(row(0)), 1) = "R" And Len(CStr(row(0))) = 4 And CStr(row(3)) <> "" Then
      answers.writeString(CStr(row(0)) & Chr(9) & CStr(row(1)) & Chr(9) & CStr(row(2)) & Chr(9) & CStr(row(3)) & Chr(9) & CStr(row(4)) & Chr(9) & CStr(row(5)) & Chr(10))
    End If
  Next i
  answers.writeString("end" & Chr(9) & CStr(rows(1)(2)) & Chr(9) & CStr(rows(2)(2)) & Chr(10))
End Sub
