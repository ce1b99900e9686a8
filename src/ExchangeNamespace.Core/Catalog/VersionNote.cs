using System;
using System.Collections.Generic;
using System.Globalization;

namespace ExchangeNamespace.Catalog;

/// <summary>Which part of a version a <see cref="VersionNote"/> speaks about.</summary>
internal enum NotePresence
{
    /// <summary>Present from the cumulative update on; the version is listed.</summary>
    From,

    /// <summary>Present before the cumulative update only; the version is not listed.</summary>
    Before,
}

/// <summary>Presence that depends on the build inside one version, such as <c>SP1 (CU4) and later</c>.</summary>
internal sealed class VersionNote
{
    private VersionNote(string version, string text, NotePresence presence, int cumulativeUpdate)
    {
        Version = version;
        Text = text;
        Presence = presence;
        CumulativeUpdate = cumulativeUpdate;
    }

    /// <summary>The version key the note is about.</summary>
    public string Version { get; }

    /// <summary>The note as it stands in the table.</summary>
    public string Text { get; }

    /// <summary>Whether the item begins or ends with <see cref="CumulativeUpdate"/>.</summary>
    public NotePresence Presence { get; }

    /// <summary>The number of the cumulative update where presence changes (2013 SP1 is CU4).</summary>
    public int CumulativeUpdate { get; }

    /// <summary>Reads a cell of <c>version=text</c> parts.</summary>
    /// <exception cref="FormatException">A note is in neither of the two known forms.</exception>
    public static IReadOnlyList<VersionNote> ParseAll(string cell)
    {
        var notes = new List<VersionNote>();
        foreach (string part in CatalogResource.List(cell, '|'))
        {
            (string version, string? text) = CatalogResource.Cut(part, '=');
            notes.Add(Parse(VersionKeys.All[VersionKeys.IndexOf(version)], text ?? string.Empty));
        }

        return notes;
    }

    /// <summary>
    /// Presence at a cumulative update of a version: the list decides, a note corrects it.
    /// <paramref name="cumulativeUpdate"/> null means the newest one, RTM is 0.
    /// </summary>
    public static bool Admits(IReadOnlyList<string> versions, IReadOnlyList<VersionNote> notes, string version, int? cumulativeUpdate)
    {
        bool listed = VersionKeys.Contains(versions, version);
        foreach (VersionNote note in notes)
        {
            if (string.Equals(note.Version, version, StringComparison.OrdinalIgnoreCase))
            {
                return note.Presence == NotePresence.From
                    ? listed && (cumulativeUpdate is null || cumulativeUpdate >= note.CumulativeUpdate)
                    : listed || cumulativeUpdate < note.CumulativeUpdate;
            }
        }

        return listed;
    }

    private static VersionNote Parse(string version, string text)
    {
        bool before = text.StartsWith("present before CU", StringComparison.Ordinal);
        if (!before && !text.EndsWith(" and later", StringComparison.Ordinal))
        {
            throw new FormatException("The version note '" + text + "' is neither 'present before CUn' nor 'CUn and later'.");
        }

        int digits = text.IndexOf("CU", StringComparison.Ordinal) + 2;
        int end = digits;
        while (end < text.Length && text[end] >= '0' && text[end] <= '9')
        {
            end++;
        }

        int update = int.Parse(text.Substring(digits, end - digits), NumberStyles.None, CultureInfo.InvariantCulture);
        return new VersionNote(version, text, before ? NotePresence.Before : NotePresence.From, update);
    }
}
