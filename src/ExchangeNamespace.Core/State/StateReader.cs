using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Xml;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.State.CliXml;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>
/// Reads objects of Exchange, of any version, from CliXml or as plain named values, into one typed state. Each object is recognised by the
/// mark of a capture script, by its type, or by the name of its file; everything else is a fault.
/// </summary>
internal sealed class StateReader
{
    /// <summary>More faults than anybody reads.</summary>
    private const int MaximumFaults = 20;

    private readonly StateKinds _kinds;
    private readonly HashSet<string> _wanted;
    private readonly StateBuilder _builder = new();
    private readonly List<InputFault> _faults = [];
    private int _objects;

    /// <summary>Reads what the module compares.</summary>
    public StateReader()
        : this(ServiceCatalog.Default)
    {
    }

    /// <summary>Reads the properties of the given rows.</summary>
    public StateReader(ServiceCatalog services)
    {
        _kinds = ReferenceEquals(services, ServiceCatalog.Default) ? StateKinds.Default : new StateKinds(services);
        _wanted = new HashSet<string>(_kinds.AllProperties, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why objects were refused.</summary>
    public IReadOnlyList<InputFault> Faults => _faults;

    /// <summary>Whether so much was refused that reading on tells no more.</summary>
    public bool IsFull => _faults.Count >= MaximumFaults;

    /// <summary>Reads a file of Export-Clixml.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, for faults.</param>
    /// <param name="inFolder">Whether it is one of a folder, where a file of something else is passed over with a finding.</param>
    /// <param name="cancel">Ends it between two pieces.</param>
    public void ReadFile(Stream stream, string name, bool inFolder, CancellationToken cancel = default)
    {
        string file = name.Substring(name.LastIndexOfAny(['/', '\\']) + 1);
        StateKindDefinition? byName = _kinds.FindByFile(
            file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? file.Substring(0, file.Length - 4) : file);
        int known = 0;
        int foreign = 0;
        try
        {
            foreach (CliXmlObject item in CliXmlReader.Read(stream, _wanted, cancel))
            {
                if (IsFull)
                {
                    return;
                }

                bool isRead = Read(item.TypeNames, item.Members, byName, $"{file}[{known + foreign}]");
                known += isRead ? 1 : 0;
                foreign += isRead ? 0 : 1;
            }
        }
        catch (XmlException e)
        {
            string advice = e is { LineNumber: 1, LinePosition: 1 }
                ? "Import-NamespacePlan reads a plan file, Get-NamespacePlan -Path a design file."
                : "Copy the file again, as it was written.";
            _faults.Add(new InputFault(FaultIds.StateFileInvalid, "Path", name,
                $"'{PathText.Of(name)}' cannot be read as a capture: {VisibleText.Short(e.Message)} Nothing of it is used. {advice}"));
            return;
        }
        catch (CliXmlException e)
        {
            _faults.Add(new InputFault(FaultIds.StateFileInvalid, "Path", name,
                $"'{PathText.Of(name)}' {e.Message} Nothing of it is used."));
            return;
        }

        if (known == 0 && foreign == 0 && byName is not null)
        {
            _builder.Note(byName.Kind);
        }
        else if (foreign > 0 || (known == 0 && byName is null))
        {
            RefuseForeign(name, file, foreign, inFolder && known == 0);
        }
    }

    /// <summary>Reads one object.</summary>
    /// <param name="typeNames">Its type names, the nearest first.</param>
    /// <param name="members">Its properties as plain values.</param>
    /// <returns>Whether it is one that the module uses.</returns>
    public bool Read(IReadOnlyList<string> typeNames, IReadOnlyDictionary<string, object?> members) =>
        Read(typeNames, members, null, $"State[{_objects}]");

    /// <summary>An object that Exchange did not write.</summary>
    /// <param name="value">The object.</param>
    public void RefuseObject(object? value)
    {
        if (!IsFull)
        {
            _faults.Add(new InputFault(FaultIds.StateObjectNotRecognised, "InputObject", value, value is string
                ? "A text holds no settings. Give what Import-ExchangeState reads from the path of a capture."
                : "The module does not read objects of this kind. Give objects of the Get- commands that Export-StateCaptureScript lists, "
                    + "with their type, or what Import-ExchangeState reads from files of them."));
        }
    }

    /// <summary>The state; null when something was refused, or nothing was there.</summary>
    public ExchangeState? Finish()
    {
        if (_faults.Count == 0 && _builder.IsEmpty)
        {
            _faults.Add(new InputFault(FaultIds.StateEmpty, "Path", null,
                "There is nothing of Exchange in the capture. Give the folder that the capture script wrote, its files, or objects of "
                    + "Exchange."));
        }

        return _faults.Count == 0 ? _builder.Build() : null;
    }

    private bool Read(IReadOnlyList<string> typeNames, IReadOnlyDictionary<string, object?> members, StateKindDefinition? byFile,
        string path)
    {
        _objects++;
        StateKindDefinition? kind = members.TryGetValue(CaptureMarks.CapturedBy, out object? by) && by is string cmdlet
            ? _kinds.FindByCmdlet(cmdlet)
            : _kinds.FindByType(typeNames);
        if (kind is null && byFile is not null && IsProjection(typeNames) && byFile.Properties.Count(members.ContainsKey) > 1)
        {
            kind = byFile;
        }

        if (kind is null)
        {
            return false;
        }

        _builder.Note(kind.Kind);
        kind.Read(new MemberReader(members, path, MemberPolicy.Captured, _faults), _builder);
        return true;
    }

    private static bool IsProjection(IReadOnlyList<string> typeNames) =>
        typeNames.Count > 0
            && typeNames.Any(
                t => t.EndsWith("PSCustomObject", StringComparison.Ordinal) || t.StartsWith("Selected.", StringComparison.Ordinal));

    private void RefuseForeign(string name, string file, int objects, bool passOver)
    {
        if (passOver)
        {
            _builder.Add(
                Findings.Warning(StateFindingCodes.FileNotUsed, VisibleText.Short(file),
                    "The file holds nothing that the module compares; it is passed over.",
                    "There is nothing to do where the file is not of the capture; else capture it again.", "1E"));
            return;
        }

        _faults.Add(new InputFault(FaultIds.StateObjectNotRecognised, "Path", name, objects == 0
            ? $"'{PathText.Of(name)}' holds no object, and its name is not that of a Get- command, so it cannot be told what is missing. "
                + "Give the files that the capture script wrote, under their own names."
            : $"'{PathText.Of(name)}' holds {objects} object(s) that are none of those that the module compares. Give files of the Get- "
                + "commands that Export-StateCaptureScript lists."));
    }
}
