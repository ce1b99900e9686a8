using System;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>Says to someone who gives a path where an object is wanted which command reads the file.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class ObjectNotTextAttribute(string message, Func<string, bool>? refuses = null) : ArgumentTransformationAttribute
{
    protected const string PlanFiles = "Import-NamespacePlan reads a plan file, Get-NamespacePlan -Path a design file.";

    protected const string Captures = "Import-ExchangeState reads captured files.";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Bare.Of(inputData) is string text && refuses?.Invoke(text) != false
            ? throw new ArgumentTransformationMetadataException(message)
            : inputData;
}

/// <summary>Of a parameter that takes a plan, in commands that take no text at its place.</summary>
internal sealed class PlanNotPathAttribute() : ObjectNotTextAttribute("A plan is wanted here, not a text or path. " + PlanFiles);

/// <summary>Of a parameter that takes a migration.</summary>
internal sealed class MigrationNotTextAttribute()
    : ObjectNotTextAttribute("A migration is wanted here, not a text or path. New-NamespaceMigration makes it.");

/// <summary>
/// Of a parameter that takes a plan, beside one that takes names from the same pipeline: only what looks like a path is refused.
/// </summary>
internal sealed class PlanOrNameAttribute() : ObjectNotTextAttribute("A plan is wanted here, not a path. " + PlanFiles, PathLike.IsPath);

/// <summary>Of a parameter that takes a plan, beside one that takes paths of other files from the same pipeline.</summary>
internal sealed class PlanOrPathAttribute() : ObjectNotTextAttribute(
    "A plan is wanted here, not a path. " + PlanFiles, t => t.EndsWith(".json", StringComparison.OrdinalIgnoreCase));

/// <summary>Of a parameter that takes the calendar of a migration.</summary>
internal sealed class CalendarNotTextAttribute() : ObjectNotTextAttribute(
    "The entries of a calendar are wanted here, not a text. Export-NamespaceMigrationScript -Calendar writes them.");

/// <summary>Of a parameter that takes a captured state, beside one that takes objects from the same pipeline.</summary>
internal sealed class StateOrObjectAttribute()
    : ObjectNotTextAttribute("Captured settings are wanted here, not a path. " + Captures, PathLike.IsPath);

/// <summary>Of a parameter that takes a captured state.</summary>
internal sealed class StateNotPathAttribute()
    : ObjectNotTextAttribute("Captured settings are wanted here, not a text or path. " + Captures);

/// <summary>Of a parameter beside another, of which one takes a plan and one a captured state.</summary>
internal sealed class PlanOrStateNotPathAttribute() : ObjectNotTextAttribute(
    "A plan or captured settings are wanted here, not a text or path. " + PlanFiles + " " + Captures);
