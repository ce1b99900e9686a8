using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Migration.Runbook;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Makes the text of a runbook in each of its forms.</summary>
internal sealed class RunbookMaker(NamespaceMigration migration, MigrationCalendar? calendar, string moduleVersion, DateTime writtenAt)
{
    /// <summary>UTF-8 without a mark.</summary>
    public static readonly Encoding Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly RunbookRequest _request = new()
    {
        Migration = migration, Calendar = calendar, ModuleVersion = moduleVersion, WrittenAt = writtenAt,
    };

    /// <summary>The page, line by line.</summary>
    public IReadOnlyList<string> Document => RunbookDocument.Write(_request);

    /// <summary>The fault of a name that does not say which form is wanted; null for one that does.</summary>
    public static InputFault? FormFault(string file) => IsData(file) || file.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? null
        : new InputFault(FaultIds.RunbookFormUnknown, "Path", file,
            $"'{PathText.Of(file)}' does not say which form is wanted. Give a name that ends in .md or .json, or -Folder for scripts.");

    /// <summary>Writes the form that the name of the file says.</summary>
    public void Write(string file, TextWriter writer)
    {
        if (IsData(file))
        {
            JsonFactory.WriteMigration(migration, calendar, writer);
            return;
        }

        foreach (string line in Document)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }

    /// <summary>The files of the folder.</summary>
    public IReadOnlyList<RunbookFile> Files()
    {
        using StringWriter json = new(CultureInfo.InvariantCulture);
        JsonFactory.WriteMigration(migration, calendar, json);
        return RunbookFolder.Files(_request, json.ToString().TrimEnd('\n').Split('\n'));
    }

    private static bool IsData(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
