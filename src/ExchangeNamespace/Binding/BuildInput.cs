using System;
using System.Globalization;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>The version text of an input: a text or version itself, or the property of an object that carries it.</summary>
internal sealed class BuildInput
{
    /// <summary>
    /// AdminDisplayVersion of a server; FileVersion of <c>Get-Command ExSetup.exe | ForEach-Object { $_.FileVersionInfo }</c>.
    /// </summary>
    private static readonly string[] Properties = ["AdminDisplayVersion", "FileVersion"];

    private BuildInput(string? text, string? server)
    {
        Text = text;
        Server = server;
    }

    /// <summary>The text; null when the object carries none.</summary>
    public string? Text { get; }

    /// <summary>The name of a server object; null without one.</summary>
    public string? Server { get; }

    public static BuildInput Read(object? input)
    {
        object? bare = input is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : input;
        if (bare is null or string or Version or Model.ExchangeVersion)
        {
            return new BuildInput(bare?.ToString(), null);
        }

        if (bare is int or long)
        {
            return new BuildInput(Convert.ToString(bare, CultureInfo.InvariantCulture), null);
        }

        PSObject source = PSObject.AsPSObject(input);
        foreach (string name in Properties)
        {
            if (Value(source, name) is { } text)
            {
                return new BuildInput(text, Value(source, "Name"));
            }
        }

        // A deserialized ServerVersion has lost its type, but not its text and its parts.
        return source.Properties["Major"] is not null && source.Properties["Revision"] is not null
            ? new BuildInput(PlainObjectConverter.Text(source), null) : new BuildInput(null, Value(source, "Name"));
    }

    private static string? Value(PSObject source, string name)
    {
        try
        {
            return source.Properties[name]?.Value is { } value ? PlainObjectConverter.Text(value) : null;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
